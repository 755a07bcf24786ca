namespace Engine.Values;

/// <summary>A provider resource and its id, written <c>{urn}::{id}</c>. The id is null while unknown (preview of a new provider).</summary>
internal sealed record ProviderReference(Urn Urn, string? Id)
{
    private const string Separator = "::";

    /// <exception cref="FormatException">The text is no provider reference.</exception>
    public static ProviderReference Parse(string text)
    {
        var at = text.LastIndexOf(Separator, StringComparison.Ordinal);
        if (at < 0 || !Urn.IsValid(text[..at]))
        {
            throw new FormatException($"'{text}' is no provider reference (<urn>::<id>)");
        }

        var id = text[(at + Separator.Length)..];
        return new ProviderReference(new Urn(text[..at]), id == Sentinels.Unknown ? null : id);
    }

    public override string ToString() => $"{Urn}{Separator}{Id ?? Sentinels.Unknown}";
}
