namespace Pulumi.Serialization;

/// <summary>A value from the engine that does not fit the type that the program expects; never holds the value, which may be
/// secret.</summary>
internal sealed record Mismatch(string Path, string Expected, string Given)
{
    public override string ToString() => $"{(Path.Length == 0 ? "the value" : Path)} should be {Expected}, and is {Given}";

    public Mismatch Within(string key) => this with { Path = Path.Length == 0 || Path[0] == '[' ? key + Path : $"{key}.{Path}" };
}
