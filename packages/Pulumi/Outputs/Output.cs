using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Makes and combines outputs.</summary>
public static partial class Output
{
    /// <summary>An output with a value that is known already.</summary>
    public static Output<T> Create<T>(T value) => new(OutputData<T>.Known(value));

    /// <summary>An output that resolves when the task does.</summary>
    public static Output<T> Create<T>(Task<T> value) => Output<T>.Create(value);

    /// <summary>A secret output: encrypted in state, hidden in the display, and so is all that is computed from it.</summary>
    public static Output<T> CreateSecret<T>(T value) => new(OutputData<T>.Known(value) with { IsSecret = true });

    /// <summary>A secret output that resolves when the task does.</summary>
    public static Output<T> CreateSecret<T>(Task<T> value) => CreateSecret(Output<T>.Create(value));

    /// <summary>The same output, made secret.</summary>
    public static Output<T> CreateSecret<T>(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.WithSecret(isSecret: true);
    }

    /// <summary>The same output, no longer secret: its value will be shown and stored in clear.</summary>
    public static Output<T> Unsecret<T>(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return output.WithSecret(isSecret: false);
    }

    /// <summary>Whether the output is secret; waits until it is resolved.</summary>
    public static async Task<bool> IsSecretAsync<T>(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return (await output.DataTask.ConfigureAwait(false)).IsSecret;
    }

    /// <summary>One output of all the values, in order. It is unknown or secret if any of them is.</summary>
    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All(inputs.AsEnumerable());

    /// <inheritdoc cref="All{T}(Input{T}[])"/>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) => All(inputs.Select(input => input.ToOutput()));

    /// <inheritdoc cref="All{T}(Input{T}[])"/>
    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All(outputs.AsEnumerable());

    /// <inheritdoc cref="All{T}(Input{T}[])"/>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        return new(Gather(outputs.ToArray()));

        static async Task<OutputData<ImmutableArray<T>>> Gather(Output<T>[] outputs)
        {
            var resources = ImmutableHashSet<Resource>.Empty;
            var (isKnown, isSecret) = (true, false);
            var values = ImmutableArray.CreateBuilder<T>(outputs.Length);
            foreach (var output in outputs)
            {
                var data = await output.DataTask.ConfigureAwait(false);
                values.Add(data.Value);
                resources = Dependencies.Union(resources, data.Resources);
                isKnown &= data.IsKnown;
                isSecret |= data.IsSecret;
            }
            return new(resources, values.MoveToImmutable(), isKnown, isSecret);
        }
    }

    /// <summary>Formats an interpolated string whose holes may be outputs, inputs or plain values.</summary>
    public static Output<string> Format(FormattableString formattableString)
    {
        ArgumentNullException.ThrowIfNull(formattableString);
        return All(formattableString.GetArguments().Select(Untyped))
            .Apply(arguments => string.Format(CultureInfo.InvariantCulture, formattableString.Format, arguments.ToArray()));
    }

    /// <summary>Writes a value as JSON; outputs anywhere inside it are awaited, and make the result unknown or secret if they
    /// are.</summary>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Apply(resolved => new Output<string>(OutputJson.SerializeAsync(resolved, options)));
    }

    /// <summary>Reads a value from JSON.</summary>
    /// <exception cref="JsonException">The text is no JSON, or does not fit the type.</exception>
    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        var withOutputs = OutputJson.ReadOptions(options);
        return json.Apply(text => JsonSerializer.Deserialize<T>(text, withOutputs)!);
    }

    /// <summary>Any value as an output: inputs and outputs resolve to what they hold, also when nested.</summary>
    internal static Output<object?> Untyped(object? value) =>
        value switch
        {
            IInput input => Untyped(input.Value),
            IOutput output => new(output.GetDataAsync()),
            _ => Create(value),
        };

    internal static Output<T> WithSecret<T>(this Output<T> output, bool isSecret)
    {
        return new(Mark(output.DataTask, isSecret));

        static async Task<OutputData<T>> Mark(Task<OutputData<T>> task, bool isSecret) =>
            await task.ConfigureAwait(false) with
            {
                IsSecret = isSecret,
            };
    }

    internal static Output<T> Unknown<T>(T value) => new(OutputData<T>.Known(value) with { IsKnown = false });
}
