using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Properties on their way to a function of the program and back.</summary>
internal static class CallbackValues
{
    /// <summary>Plain values as they are; those that are secret, unknown or depend on something as outputs.</summary>
    public static ImmutableDictionary<string, object?> Read(Struct? properties) =>
        PropertyReader
            .ReadMembers(properties ?? new())
            .ToImmutableDictionary(
                member => member.Key,
                member =>
                    member.Value is { IsKnown: true, IsSecret: false, Resources.Count: 0 }
                        ? member.Value.Value
                        : new Output<object?>(member.Value)
            );

    public static ImmutableDictionary<string, object?>? ReadOptional(Struct? properties) => properties is null ? null : Read(properties);

    /// <summary>What the function left alone goes back as it came: reading may have made a whole object secret for one member.</summary>
    public static async Task<Struct> WriteAsync(
        ImmutableDictionary<string, object?> given,
        ImmutableDictionary<string, object?> result,
        Struct original
    )
    {
        var properties = new Struct();
        var writer = new PropertyWriter(keepResources: true, keepOutputValues: true);
        foreach (var (key, value) in result)
        {
            if (given.TryGetValue(key, out var before) && ReferenceEquals(before, value) && original.Fields.TryGetValue(key, out var sent))
                properties.Fields[key] = sent;
            else if (await writer.WriteAsync(value).ConfigureAwait(false) is { } written)
                properties.Fields[key] = written;
        }
        // Members that reading hides are not the function's to remove.
        foreach (var (key, value) in original.Fields)
            if (key.StartsWith("__", StringComparison.Ordinal))
                properties.Fields[key] = value;
        return properties;
    }
}
