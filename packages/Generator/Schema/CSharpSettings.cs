namespace Pulumi.Generator.Schema;

/// <summary>The schema's language.csharp section.</summary>
public sealed record CSharpSettings
{
    public IReadOnlyDictionary<string, string> Namespaces { get; init; } = new Dictionary<string, string>();

    /// <summary><c>tfbridge20</c>, <c>kubernetes20</c> or empty.</summary>
    public string Compatibility { get; init; } = "";

    /// <summary>Resources can also be made from a dictionary of inputs, inside the package.</summary>
    public bool DictionaryConstructors { get; init; }

    /// <summary>A method with one result value returns the value and not an object around it.</summary>
    public bool LiftSingleValueMethodReturns { get; init; }

    public bool IsKubernetes => Compatibility == "kubernetes20";

    public bool IsBridge => Compatibility == "tfbridge20";
}
