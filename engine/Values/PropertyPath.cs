using System.Globalization;
using System.Text;

namespace Engine.Values;

/// <summary>The place of a property inside another: <c>a.b[0].c</c>, <c>a["k.with dots"]</c>, with <c>[*]</c> or <c>*</c> for every member
/// or element.</summary>
internal sealed record PropertyPath(IReadOnlyList<PathSegment> Segments)
{
    public static PropertyPath Root { get; } = new([]);

    /// <exception cref="FormatException">The text is no path.</exception>
    public static PropertyPath Parse(string text)
    {
        var segments = new List<PathSegment>();
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] == '[')
            {
                segments.Add(Bracket(text, ref at));
            }
            else
            {
                at += segments.Count > 0 && text[at] == '.' ? 1 : 0;
                var end = text.IndexOfAny(['.', '['], at);
                end = end < 0 ? text.Length : end;
                if (end == at)
                {
                    throw Wrong(text);
                }

                var key = text[at..end];
                segments.Add(key == "*" ? PathSegment.Wildcard : new PathSegment(key, null));
                at = end;
            }
        }

        return new PropertyPath(segments);
    }

    public PropertyPath Append(string key) => new([.. Segments, new PathSegment(key, null)]);

    public PropertyPath Append(int index) => new([.. Segments, new PathSegment(null, index)]);

    /// <summary>True when this path is the other one or an ancestor of it; wildcards match all.</summary>
    public bool Contains(PropertyPath other) =>
        Segments.Count <= other.Segments.Count && Segments.Zip(other.Segments).All(pair => pair.First.Matches(pair.Second));

    /// <summary>The value at this place, secrets looked through; null when there is none.</summary>
    public PropertyValue? Get(PropertyValue root)
    {
        PropertyValue? value = root;
        foreach (var segment in Segments)
        {
            while (value is PropertySecret secret)
            {
                value = secret.Value;
            }

            value = value switch
            {
                PropertyMap map when segment.Key is { } key => map.Get(key),
                PropertyArray array when segment.Index is { } index && index < array.Count => array[index],
                _ => null,
            };
        }

        return value;
    }

    public bool Equals(PropertyPath? other) => other is not null && Segments.SequenceEqual(other.Segments);

    public override int GetHashCode() => Segments.Aggregate(Segments.Count, HashCode.Combine);

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var segment in Segments)
        {
            if (segment.Key is { } key)
            {
                text.Append(
                    IsPlain(key) ? (text.Length > 0 ? "." : "") + key : "[\"" + key.Replace("\"", "\\\"", StringComparison.Ordinal) + "\"]"
                );
            }
            else
            {
                text.Append('[').Append(segment.Index?.ToString(CultureInfo.InvariantCulture) ?? "*").Append(']');
            }
        }

        return text.ToString();
    }

    private static bool IsPlain(string key) => key.Length > 0 && key != "*" && key.AsSpan().IndexOfAny("[].\" ") < 0;

    private static PathSegment Bracket(string text, ref int at)
    {
        if (at + 1 < text.Length && text[at + 1] == '"')
        {
            var key = new StringBuilder();
            for (at += 2; at < text.Length && text[at] != '"'; at++)
            {
                at += text[at] == '\\' && at + 1 < text.Length ? 1 : 0;
                key.Append(text[at]);
            }

            if (at + 1 >= text.Length || text[at + 1] != ']')
            {
                throw Wrong(text);
            }

            at += 2;
            return new PathSegment(key.ToString(), null);
        }

        var end = text.IndexOf(']', at);
        var inner = end < 0 ? "" : text[(at + 1)..end];
        at = end + 1;
        return inner == "*" ? PathSegment.Wildcard
            : int.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? new PathSegment(null, index)
            : throw Wrong(text);
    }

    private static FormatException Wrong(string text) =>
        new(
            $"'{text}' is no property path; write it as spec.replicas, spec.containers[0].image, metadata.annotations[\"a.b/c\"] or data[*]"
        );
}
