using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>The name of a resource: <c>urn:pulumi:stack::project::parentType$type::name</c>.</summary>
public readonly struct Urn : IEquatable<Urn>
{
    private const string Prefix = "urn:pulumi:";
    private readonly string _value;

    /// <param name="value">The text.</param>
    public Urn(string value) => _value = value;

    /// <summary>The URN of a resource made of its parts.</summary>
    /// <param name="name">The resource's name.</param>
    /// <param name="type">Its type token.</param>
    /// <param name="parent">Its parent, or give <paramref name="parentUrn"/>.</param>
    /// <param name="parentUrn">Its parent's URN.</param>
    /// <param name="project">Its project; by default the current one.</param>
    /// <param name="stack">Its stack; by default the current one.</param>
    public static Output<string> Create(
        Input<string> name,
        Input<string> type,
        Resource? parent = null,
        Input<string>? parentUrn = null,
        Input<string>? project = null,
        Input<string>? stack = null
    )
    {
        var of = parent?.Urn ?? parentUrn?.ToOutput();
        var prefix = of is not null
            ? of.Apply(urn => urn[..urn.LastIndexOf("::", StringComparison.Ordinal)] + "$")
            : Output.Format($"{Prefix}{stack ?? Deployment.Instance.StackName}::{project ?? Deployment.Instance.ProjectName}::");
        return Output.Format($"{prefix}{type}::{name}");
    }

    /// <summary>The type token, without those of the parents.</summary>
    internal string Type => QualifiedType[(QualifiedType.LastIndexOf('$') + 1)..];

    internal string QualifiedType => Parts[2];

    internal string Name => Parts[3];

    private string[] Parts =>
        _value.Split("::", 4) is { Length: 4 } parts && _value.StartsWith(Prefix, StringComparison.Ordinal)
            ? parts
            : throw new ArgumentException($"'{_value}' is no URN. It should be '{Prefix}<stack>::<project>::<type>::<name>'.");

    /// <summary>The text.</summary>
    public static implicit operator string(Urn value) => value._value;

    /// <inheritdoc/>
    public bool Equals(Urn other) => _value == other._value;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Urn other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <summary>The text.</summary>
    public override string ToString() => _value;

    /// <summary>Same text.</summary>
    public static bool operator ==(Urn left, Urn right) => left.Equals(right);

    /// <summary>Other text.</summary>
    public static bool operator !=(Urn left, Urn right) => !left.Equals(right);
}
