using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;

namespace Components.Policies;

/// <summary>
/// Reads what a resource is registered with, through the packages' public API only: the members that carry
/// <see cref="InputAttribute"/>, their outputs awaited, unknown and secret values left closed.
/// </summary>
internal static class InputReader
{
    private static readonly MethodInfo s_readOutput = Method(nameof(ReadOutputAsync));
    private static readonly MethodInfo s_readInput = Method(nameof(ReadInputAsync));

    /// <summary>Reads a value into text, numbers (as double), switches, lists and dictionaries.</summary>
    public static async Task<object?> ReadAsync(object? value) =>
        value switch
        {
            null => null,
            string or bool or double => value,
            int or long or uint or float or decimal => Convert.ToDouble(value, CultureInfo.InvariantCulture),
            JsonElement json => ReadJson(json),
            Resource or AssetOrArchive => PropertyNode.Opaque.Instance,
            InputArgs args => await ReadArgsAsync(args).ConfigureAwait(false),
            IDictionary map => await ReadMapAsync(map).ConfigureAwait(false),
            _ when Generic(value.GetType(), typeof(Input<>)) is { } input => await Invoke(s_readInput, input, value).ConfigureAwait(false),
            _ when Generic(value.GetType(), typeof(Output<>)) is { } output => await Invoke(s_readOutput, output, value)
                .ConfigureAwait(false),
            _ when Generic(value.GetType(), typeof(Union<,>)) is not null => await ReadAsync(
                    value.GetType().GetProperty("Value")!.GetValue(value)
                )
                .ConfigureAwait(false),
            IEnumerable list => await ReadListAsync(list).ConfigureAwait(false),
            _ => value.ToString(),
        };

    private static async Task<object?> ReadArgsAsync(InputArgs args)
    {
        var members = new Dictionary<string, object?>();
        foreach (var (name, get) in InputMembers.Of(args.GetType()))
        {
            if (await ReadAsync(get(args)).ConfigureAwait(false) is { } value)
            {
                members[name] = value;
            }
        }

        return members;
    }

    private static async Task<object?> ReadMapAsync(IDictionary map)
    {
        var members = new Dictionary<string, object?>();
        foreach (DictionaryEntry entry in map)
        {
            members[entry.Key.ToString()!] = await ReadAsync(entry.Value).ConfigureAwait(false);
        }

        return members;
    }

    private static async Task<object?> ReadListAsync(IEnumerable list)
    {
        var items = new List<object?>();
        foreach (var item in list)
        {
            items.Add(await ReadAsync(item).ConfigureAwait(false));
        }

        return items;
    }

    private static object? ReadJson(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Number => json.GetDouble(),
            JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
            JsonValueKind.Array => json.EnumerateArray().Select(ReadJson).ToList(),
            JsonValueKind.Object => json.EnumerateObject().ToDictionary(member => member.Name, member => ReadJson(member.Value)),
            _ => null,
        };

    private static Task<object?> ReadInputAsync<T>(Input<T> input) => ReadOutputAsync(input.ToOutput());

    private static async Task<object?> ReadOutputAsync<T>(Output<T> output)
    {
        try
        {
            var readable =
                await OutputUtilities.GetIsKnownAsync(output).ConfigureAwait(false)
                && !await Output.IsSecretAsync(output).ConfigureAwait(false);
            return readable
                ? await ReadAsync(await OutputUtilities.GetValueAsync(output).ConfigureAwait(false)).ConfigureAwait(false)
                : PropertyNode.Opaque.Instance;
        }
#pragma warning disable CA1031
        // An output fails when the resource it comes from does. That is reported where it happened; a rule has nothing to add.
        catch (Exception)
#pragma warning restore CA1031
        {
            return PropertyNode.Opaque.Instance;
        }
    }

    private static Type? Generic(Type? type, Type definition)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == definition)
            {
                return type;
            }
        }

        return null;
    }

    private static Task<object?> Invoke(MethodInfo method, Type closed, object value) =>
        (Task<object?>)method.MakeGenericMethod(closed.GetGenericArguments()).Invoke(null, [value])!;

    private static MethodInfo Method(string name) => typeof(InputReader).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
}
