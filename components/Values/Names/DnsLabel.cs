using System.Text.RegularExpressions;

namespace Components.Values;

/// <summary>
/// A name that Kubernetes takes for Services and all that is named after them: lower-case letters, digits and <c>-</c>, beginning with a
/// letter,
/// ending with a letter or digit (RFC 1035). Names of workloads and namespaces are such.
/// </summary>
public sealed partial record DnsLabel
{
    private DnsLabel(string value) => Value = value;

    /// <summary>The name.</summary>
    public string Value { get; }

    /// <summary>Takes a name of at most <paramref name="longest"/> characters.</summary>
    /// <param name="text">The name.</param>
    /// <param name="what">What is named, for the error.</param>
    /// <param name="longest">How long it may be; 63 for Kubernetes, less where suffixes are added.</param>
    /// <exception cref="FormatException">It is no such name.</exception>
    public static DnsLabel Parse(string text, string what = "name", int longest = 63)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= longest && Pattern().IsMatch(text))
        {
            return new(text);
        }

        var near = Suggest(text, longest);
        var advice = near is null ? "" : $" Write '{near}'.";
        return ProblemCollection.Refuse(
            $"{what} '{text}' cannot be used. Lower-case letters, digits and '-' are allowed, a letter first, at most {longest} "
                + $"characters.{advice}",
            new DnsLabel(near ?? "refused")
        );
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static string? Suggest(string text, int longest)
    {
        var near = Other().Replace(text.ToLowerInvariant(), "-").Trim('-').TrimStart([.. "0123456789-"]);
        near = near.Length > longest ? near[..longest].TrimEnd('-') : near;
        return Pattern().IsMatch(near) ? near : null;
    }

    [GeneratedRegex("^[a-z]([-a-z0-9]*[a-z0-9])?\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Other();
}
