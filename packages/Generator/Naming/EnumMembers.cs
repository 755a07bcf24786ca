using System.Text;
using System.Text.RegularExpressions;
using Pulumi.Generator.Schema;

namespace Pulumi.Generator.Naming;

/// <summary>Names of enum members, by the published generator's steps.</summary>
public static partial class EnumMembers
{
    private static readonly string[] Digits = ["Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

    public static string Name(EnumValueSpec value, string typeName)
    {
        var name = value.Name ?? value.Value;
        if (name == "*")
        {
            return "Asterisk";
        }

        if (name.Length == 1)
        {
            return char.IsAsciiDigit(name[0]) ? Digits[name[0] - '0']
                : char.IsLetter(name[0]) ? Identifiers.Up(name)
                : throw new SchemaException($"enum {typeName}: value '{name}' makes no C# name. Give it a name in the schema.");
        }

        name = Underscores().Replace(Identifiers.Up(Legal(name)), "_");
        if (name.StartsWith('_'))
        {
            name = typeName + name;
        }

        return name == "Equals" ? "EqualsValue" : name;
    }

    private static string Legal(string name)
    {
        var text = new StringBuilder(name.Length + 1);
        foreach (var c in name)
        {
            if (text.Length == 0 && !char.IsLetter(c) && c != '_')
            {
                text.Append('_');
            }

            text.Append(char.IsLetterOrDigit(c) || c == '_' ? c : '_');
        }

        var legal = text.ToString();
        return CSharpKeywords.IsReservedOrContextual(legal) ? "@" + legal : legal;
    }

    [GeneratedRegex("__+")]
    private static partial Regex Underscores();
}
