using System.Text;
using Pulumi.Generator.Schema;

namespace Pulumi.Generator.Naming;

/// <summary>C# identifiers from wire names, by the published generator's rules.</summary>
public static class Identifiers
{
    /// <summary>First letter upper-cased, the rest untouched.</summary>
    public static string Up(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    public static string Property(PropertySpec property) => property.CSharpName ?? Up(WithoutHyphens(property.Name));

    /// <summary>Backing field of a property; wire names with other characters (<c>$ref</c>) lose them.</summary>
    public static string Field(string wireName) => "_" + WithoutHyphens(wireName.TrimStart('$'));

    /// <summary>Parameter of an output type's constructor: the first letter stays as it is.</summary>
    public static string Parameter(string wireName)
    {
        var name = wireName.TrimStart('$');
        return CSharpKeywords.IsReserved(name) ? "@" + name : WithoutHyphens(name);
    }

    public static string LowerFirst(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string WithoutHyphens(string name)
    {
        if (!name.Contains('-'))
        {
            return name;
        }

        var text = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] != '-')
            {
                text.Append(i > 0 && name[i - 1] == '-' ? char.ToUpperInvariant(name[i]) : name[i]);
            }
        }

        return text.ToString();
    }
}
