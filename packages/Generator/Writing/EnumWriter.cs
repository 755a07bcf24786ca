using Pulumi.Generator.Naming;
using Pulumi.Generator.Schema;

namespace Pulumi.Generator.Writing;

/// <summary>Writes enums: structs around text or a number, so that values newer than the package are possible; C# enums for
/// integers.</summary>
public sealed class EnumWriter(SourceWriter source)
{
    public void Write(string name, EnumSpec type)
    {
        if (type.Underlying == TypeKind.Integer)
        {
            WriteInteger(name, type);
        }
        else
        {
            WriteStruct(name, type, type.Underlying == TypeKind.String ? "string" : "double");
        }

        source.Line();
    }

    private void WriteInteger(string name, EnumSpec type)
    {
        using (source.Open($"public enum {name}"))
        {
            foreach (var value in type.Values)
            {
                WriteObsolete(value);
                source.Line($"{EnumMembers.Name(value, name)} = {value.Value},");
            }
        }
    }

    private void WriteStruct(string name, EnumSpec type, string underlying)
    {
        var isText = underlying == "string";
        source.Line("[global::Pulumi.EnumType]");
        using (source.Open($"public readonly struct {name} : IEquatable<{name}>"))
        {
            source.Line($"private readonly {underlying} _value;");
            source.Line(
                isText
                    ? $"private {name}(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));"
                    : $"private {name}(double value) => _value = value;"
            );
            foreach (var value in type.Values)
            {
                WriteObsolete(value);
                source.Line(
                    $"public static {name} {EnumMembers.Name(value, name)} {{ get; }} = new "
                        + $"{name}({(isText ? Literals.Text(value.Value) : value.Value)});"
                );
            }

            source.Line($"public static bool operator ==({name} left, {name} right) => left.Equals(right);");
            source.Line($"public static bool operator !=({name} left, {name} right) => !left.Equals(right);");
            source.Line($"public static explicit operator {underlying}({name} value) => value._value;");
            source.Line("[EditorBrowsable(EditorBrowsableState.Never)]");
            source.Line($"public override bool Equals(object? obj) => obj is {name} other && Equals(other);");
            source.Line(
                isText
                    ? $"public bool Equals({name} other) => string.Equals(_value, other._value, StringComparison.Ordinal);"
                    : $"public bool Equals({name} other) => _value == other._value;"
            );
            source.Line("[EditorBrowsable(EditorBrowsableState.Never)]");
            source.Line(
                isText
                    ? "public override int GetHashCode() => _value?.GetHashCode() ?? 0;"
                    : "public override int GetHashCode() => _value.GetHashCode();"
            );
            source.Line(
                isText
                    ? "public override string ToString() => _value;"
                    : "public override string ToString() => _value.ToString(System.Globalization.CultureInfo.InvariantCulture);"
            );
        }
    }

    private void WriteObsolete(EnumValueSpec value)
    {
        if (value.DeprecationMessage is { } message)
        {
            source.Line(Literals.Obsolete(message));
        }
    }
}
