using System.Diagnostics.CodeAnalysis;

namespace Engine.Values;

/// <summary>The name of a resource that is stable over updates: <c>urn:pulumi:{stack}::{project}::{qualified type}::{name}</c>.</summary>
internal readonly record struct Urn(string Value)
{
    public const string StackType = "pulumi:pulumi:Stack";
    private const string Prefix = "urn:pulumi:";

    public string Stack => Part(0);

    public string Project => Part(1);

    /// <summary>The types of the ancestors (the stack left out) and of the resource, joined by <c>$</c>.</summary>
    public string QualifiedType => Part(2);

    public string Type => QualifiedType[(QualifiedType.LastIndexOf('$') + 1)..];

    /// <summary>May itself contain <c>::</c>.</summary>
    public string Name => Part(3);

    public static Urn Create(string stack, string project, Urn? parent, string type, string name)
    {
        var qualified = parent is { } p && p.Type != StackType ? p.QualifiedType + "$" + type : type;
        return new Urn($"{Prefix}{stack}::{project}::{qualified}::{name}");
    }

    public static Urn OfStack(string stack, string project) => Create(stack, project, null, StackType, $"{project}-{stack}");

    public static bool IsValid([NotNullWhen(true)] string? text) =>
        text is not null && text.StartsWith(Prefix, StringComparison.Ordinal) && text.Split("::").Length >= 4;

    /// <summary>Null for an empty text.</summary>
    /// <exception cref="FormatException">The text is no URN.</exception>
    public static Urn? Parse(string? text) =>
        string.IsNullOrEmpty(text) ? null
        : IsValid(text) ? new Urn(text)
        : throw new FormatException($"'{text}' is no URN (urn:pulumi:<stack>::<project>::<type>::<name>)");

    /// <summary>The same resource under another stack, parent, type or name; what is null stays.</summary>
    public Urn Renamed(string? name = null) => name is null ? this : new Urn($"{Prefix}{Stack}::{Project}::{QualifiedType}::{name}");

    public override string ToString() => Value;

    private string Part(int index)
    {
        var parts = Value[Prefix.Length..].Split("::", 4);
        return parts[index];
    }
}
