using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Protocol;

namespace Pulumi.Serialization;

/// <summary>
/// Turns wire values into plain objects: null, bool, double, string, <c>ImmutableArray&lt;object?&gt;</c>,
/// <c>ImmutableDictionary&lt;string, object?&gt;</c>, assets, archives and resources. An unknown or a secret anywhere makes the whole so.
/// </summary>
internal sealed class PropertyReader
{
    private ImmutableHashSet<Resource> _resources = ImmutableHashSet<Resource>.Empty;
    private bool _isKnown = true;
    private bool _isSecret;

    private PropertyReader() { }

    public static OutputData<object?> Read(Value value)
    {
        var reader = new PropertyReader();
        var result = reader.Visit(value);
        return new(reader._resources, reader._isKnown ? result : null, reader._isKnown, reader._isSecret);
    }

    /// <summary>Each member by itself, so that one unknown or secret leaves the others as they are.</summary>
    public static ImmutableDictionary<string, OutputData<object?>> ReadMembers(Struct members) =>
        members.Fields.Where(IsPublic).ToImmutableDictionary(field => field.Key, field => Read(field.Value));

    private static bool IsPublic(KeyValuePair<string, Value> field) => !field.Key.StartsWith("__", StringComparison.Ordinal);

    private object? Visit(Value value)
    {
        switch (value.KindCase)
        {
            case Value.KindOneofCase.BoolValue:
                return value.BoolValue;
            case Value.KindOneofCase.NumberValue:
                return value.NumberValue;
            case Value.KindOneofCase.StringValue:
                return VisitString(value.StringValue);
            case Value.KindOneofCase.ListValue:
                return value.ListValue.Values.Select(Visit).ToImmutableArray();
            case Value.KindOneofCase.StructValue:
                return VisitStruct(value.StructValue);
            default:
                return null;
        }
    }

    private string? VisitString(string text)
    {
        if (text != WireSignatures.Unknown)
            return text;
        _isKnown = false;
        return null;
    }

    private object? VisitStruct(Struct value)
    {
        if (!value.Fields.TryGetValue(WireSignatures.Key, out var signature))
            return value.Fields.Where(IsPublic).ToImmutableDictionary(field => field.Key, field => Visit(field.Value));
        switch (signature.StringValue)
        {
            case WireSignatures.Secret:
                _isSecret = true;
                return value.Fields.TryGetValue("value", out var secret) ? Visit(secret) : null;
            case WireSignatures.Asset:
                return VisitAsset(value);
            case WireSignatures.Archive:
                return VisitArchive(value);
            case WireSignatures.ResourceReference:
                return VisitReference(value);
            case WireSignatures.OutputValue:
                return VisitOutput(value);
            default:
                throw new InvalidOperationException(
                    $"The engine sent a value with the signature '{signature.StringValue}', which this SDK does not know."
                );
        }
    }

    private static Asset VisitAsset(Struct value)
    {
        if (Text(value, "path") is { } path)
            return new FileAsset(path);
        if (Text(value, "uri") is { } uri)
            return new RemoteAsset(uri);
        return new StringAsset(Text(value, "text") ?? "");
    }

    private Archive VisitArchive(Struct value)
    {
        if (Text(value, "path") is { } path)
            return new FileArchive(path);
        if (Text(value, "uri") is { } uri)
            return new RemoteArchive(uri);
        var assets = value.Fields.TryGetValue("assets", out var found) ? found.StructValue : new();
        return new AssetArchive(assets.Fields.ToDictionary(field => field.Key, field => (AssetOrArchive)Visit(field.Value)!));
    }

    private static Resource VisitReference(Struct value) =>
        ResourceReferences.Resolve(Text(value, "urn") ?? "", Text(value, "id"), Text(value, "packageVersion") ?? "");

    private object? VisitOutput(Struct value)
    {
        if (value.Fields.TryGetValue("secret", out var secret) && secret.BoolValue)
            _isSecret = true;
        if (value.Fields.TryGetValue("dependencies", out var dependencies))
            _resources = _resources.Union(dependencies.ListValue.Values.Select(urn => new DependencyResource(urn.StringValue)));
        if (value.Fields.TryGetValue("value", out var inner))
            return Visit(inner);
        _isKnown = false;
        return null;
    }

    private static string? Text(Struct value, string member) =>
        value.Fields.TryGetValue(member, out var found) && found.HasStringValue ? found.StringValue : null;
}
