using System.Text.RegularExpressions;
using Components.Values;

namespace Components.Rollouts;

/// <summary>The version of an image: a tag such as <c>1.4.1</c>, with or without its digest, or a digest alone (<c>sha256:…</c>). Never
/// <c>latest</c>.</summary>
public sealed partial record ImageVersion
{
    private ImageVersion(string text) => Text = text;

    /// <summary>The version as it was written.</summary>
    public string Text { get; }

    /// <summary>As a value of a label: without the digest, at most 63 characters.</summary>
    public string Label
    {
        get
        {
            var tag = Text.Split('@')[0].Replace(':', '-');
            return (tag.Length > 63 ? tag[..63] : tag).TrimEnd('.', '-', '_');
        }
    }

    /// <summary>Reads a version.</summary>
    /// <exception cref="FormatException">It is none, or one whose image changes over time.</exception>
    public static ImageVersion Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return (text, Pattern().IsMatch(text)) switch
        {
            ("latest", _) => ProblemCollection.Refuse(
                "version 'latest' is another image tomorrow. Write the version that was tested, such as 1.4.1.",
                new ImageVersion("0")
            ),
            (_, false) => ProblemCollection.Refuse(
                $"version '{text}' is no image tag. Letters, digits, '.', '_' and '-' are allowed, at most 128; a digest may follow: "
                    + $"1.4.1@sha256:….",
                new ImageVersion("0")
            ),
            _ => new(text),
        };
    }

    /// <summary>The reference of a repository's image of this version.</summary>
    internal string Of(string repository) =>
        Text.StartsWith("sha256:", StringComparison.Ordinal) ? $"{repository}@{Text}" : $"{repository}:{Text}";

    /// <inheritdoc/>
    public override string ToString() => Text;

    [GeneratedRegex("^(sha256:[0-9a-f]{64}|[A-Za-z0-9_][A-Za-z0-9._-]{0,127}(@sha256:[0-9a-f]{64})?)\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
