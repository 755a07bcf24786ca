using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi.Serialization;

/// <summary>
/// JSON with outputs inside. A pass over the value finds outputs that are not resolved yet, these are awaited, and another pass follows (an
/// output may hold further ones), so that no thread ever blocks on an output.
/// </summary>
internal static class OutputJson
{
    public static async Task<OutputData<string>> SerializeAsync<T>(T value, JsonSerializerOptions? options)
    {
        while (true)
        {
            var pass = new Pass();
            var json = JsonSerializer.Serialize(value, WithConverter(options, pass));
            if (pass.Pending.Count == 0)
                return new(pass.Resources, json, pass.IsKnown, pass.IsSecret);
            await Task.WhenAll(pass.Pending).ConfigureAwait(false);
        }
    }

    public static JsonSerializerOptions ReadOptions(JsonSerializerOptions? options) => WithConverter(options, new Pass());

    private static JsonSerializerOptions WithConverter(JsonSerializerOptions? options, Pass pass)
    {
        var copy = options is null ? new JsonSerializerOptions() : new JsonSerializerOptions(options);
        copy.Converters.Add(new Factory(pass));
        return copy;
    }

    private sealed class Pass
    {
        public List<Task> Pending { get; } = [];

        public ImmutableHashSet<Resource> Resources { get; set; } = ImmutableHashSet<Resource>.Empty;

        public bool IsKnown { get; set; } = true;

        public bool IsSecret { get; set; }
    }

    private sealed class Factory(Pass pass) : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Output<>);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()), pass)!;
    }

    private sealed class Converter<T>(Pass pass) : JsonConverter<Output<T>>
    {
        public override Output<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Output.Create(JsonSerializer.Deserialize<T>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, Output<T> value, JsonSerializerOptions options)
        {
            if (!value.DataTask.IsCompleted)
            {
                pass.Pending.Add(value.DataTask);
                writer.WriteNullValue();
                return;
            }
            var data = value.DataTask.GetAwaiter().GetResult();
            pass.Resources = Dependencies.Union(pass.Resources, data.Resources);
            pass.IsKnown &= data.IsKnown;
            pass.IsSecret |= data.IsSecret;
            if (data.IsKnown)
                JsonSerializer.Serialize(writer, data.Value, options);
            else
                writer.WriteNullValue();
        }
    }
}
