using System.Globalization;

namespace Components.Policies;

/// <summary>
/// A value among a resource's inputs, as rules read it: by the wire's names, never null, and knowing its own path.
/// What is absent, not known before the deployment, or secret has no value that a rule could compare or print.
/// </summary>
public sealed class PropertyNode
{
    private readonly object? _value;

    private PropertyNode(string path, object? value)
    {
        Path = path;
        _value = value;
    }

    /// <summary>A value that was not given.</summary>
    public static PropertyNode Absent { get; } = new("", null);

    /// <summary>Where the value is, such as <c>spec.containers[0].image</c>.</summary>
    public string Path { get; }

    /// <summary>Whether nothing was given.</summary>
    public bool IsAbsent => _value is null;

    /// <summary>Whether something was given that cannot be read: not known yet, or a secret.</summary>
    public bool IsOpaque => _value is Opaque;

    /// <summary>The text, or null when this is no readable text.</summary>
    public string? Text => _value as string;

    /// <summary>The number, or null when this is no readable number.</summary>
    public double? Number => _value as double?;

    /// <summary>The amount of CPU, memory or storage in CPUs or bytes, as Kubernetes writes it (<c>250m</c>, <c>1Gi</c>), or null when this
    /// is no readable amount.</summary>
    public double? Quantity => Number ?? (double?)Agreement.Quantity.Parse(Text);

    /// <summary>The switch, or null when this is no readable switch.</summary>
    public bool? Flag => _value as bool?;

    /// <summary>The elements, none when this is no readable list.</summary>
    public IReadOnlyList<PropertyNode> Items =>
        _value is IReadOnlyList<object?> list
            ? [.. list.Select((item, i) => new PropertyNode($"{Path}[{i.ToString(CultureInfo.InvariantCulture)}]", item))]
            : [];

    /// <summary>The names of the members, none when this is no readable object.</summary>
    public IEnumerable<string> Names => _value is IReadOnlyDictionary<string, object?> members ? members.Keys : [];

    /// <summary>The member with this name; absent when there is none, opaque when this is.</summary>
    public PropertyNode this[string name] =>
        new(
            Path.Length == 0 ? name
                : name.AsSpan().ContainsAny("./") ? $"{Path}[\"{name}\"]"
                : $"{Path}.{name}",
            _value is IReadOnlyDictionary<string, object?> members ? members.GetValueOrDefault(name)
                : IsOpaque ? Opaque.Instance
                : null
        );

    /// <summary>The inputs of a resource.</summary>
    internal static PropertyNode Root(object? value) => new("", value);

    /// <summary>Stands for a value that cannot be read.</summary>
    internal sealed class Opaque
    {
        public static readonly Opaque Instance = new();
    }
}
