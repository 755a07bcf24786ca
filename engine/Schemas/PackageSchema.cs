using System.Collections.Concurrent;
using System.Text.Json;

namespace Engine.Schemas;

/// <summary>
/// A package's schema file, in Pulumi's format. The files are large and a program uses little of them: the text is scanned once, and only
/// the
/// resources and types that are asked for are read. Safe for concurrent use.
/// </summary>
internal sealed class PackageSchema
{
    private readonly JsonElement _root;
    private readonly Lazy<Dictionary<string, JsonElement>> _types;
    private readonly Lazy<Dictionary<string, JsonElement>> _resources;
    private readonly ConcurrentDictionary<string, SchemaObject?> _readTypes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SchemaResource?> _readResources = new(StringComparer.Ordinal);

    private PackageSchema(JsonElement root)
    {
        _root = root;
        _types = new(() => Index("types"));
        _resources = new(() => Index("resources"));
        Name = root.GetProperty("name").GetString() ?? "";
        Version = root.TryGetProperty("version", out var version) ? version.GetString() ?? "" : "";
    }

    public string Name { get; }

    public string Version { get; }

    public IEnumerable<string> ResourceTokens => _resources.Value.Keys;

    /// <exception cref="JsonException">The text is no schema.</exception>
    public static PackageSchema Parse(ReadOnlyMemory<byte> json) => new(JsonDocument.Parse(json).RootElement);

    public SchemaResource? Resource(string token) =>
        _readResources.GetOrAdd(token, t => _resources.Value.TryGetValue(t, out var element) ? SchemaReader.Resource(element) : null);

    public SchemaObject? Type(string token) =>
        _readTypes.GetOrAdd(token, t => _types.Value.TryGetValue(t, out var element) ? SchemaReader.Object(element) : null);

    public SchemaFunction? Function(string token) =>
        _root.TryGetProperty("functions", out var all) && all.TryGetProperty(token, out var element)
            ? SchemaReader.Function(element)
            : null;

    /// <summary>The configuration of the package's provider.</summary>
    public SchemaResource Provider() =>
        _root.TryGetProperty("provider", out var element) ? SchemaReader.Resource(element) : new(SchemaObject.Empty, SchemaObject.Empty);

    private Dictionary<string, JsonElement> Index(string member) =>
        _root.TryGetProperty(member, out var all)
            ? all.EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal)
            : [];
}
