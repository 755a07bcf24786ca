using System.Collections.Concurrent;
using System.Text;
using Engine.Values;

namespace Engine.Masking;

/// <summary>
/// Texts that are to be found in other texts, each known by its first four characters. Texts can be added at any time; to look through a
/// text takes one step per character, however many are known.
/// </summary>
internal sealed class TextIndex
{
    /// <summary>What is shorter cannot be found.</summary>
    public const int Shortest = 4;

    /// <summary>Where a text for people was cut.</summary>
    private const char Cut = '…';

    private readonly ConcurrentDictionary<ulong, string[]> _byStart = [];
    private readonly ulong[] _mayStart = new ulong[1024];
    private readonly Lock _adding = new();

    public bool IsEmpty => _byStart.IsEmpty;

    public void Add(string text)
    {
        var start = Start(text, 0);
        lock (_adding)
        {
            var known = _byStart.GetValueOrDefault(start, []);
            if (!known.Contains(text))
            {
                _byStart[start] = [.. known.Append(text).OrderByDescending(other => other.Length)];
                var (word, bit) = Bit(start);
                _mayStart[word] |= bit;
            }
        }
    }

    /// <summary>The text with <see cref="PropertySecret.Shown"/> for what is known: the longest at each place, and what overlaps as
    /// one.</summary>
    public string Mask(string text)
    {
        StringBuilder? masked = null;
        var (copied, begin, end) = (0, 0, 0);
        for (var at = 0; at + Shortest <= text.Length; at++)
        {
            if (at >= end && text[at] == '[' && text.AsSpan(at).StartsWith(PropertySecret.Shown, StringComparison.Ordinal))
            {
                // Masked already: what stands for a secret is none.
                at += PropertySecret.Shown.Length - 1;
                continue;
            }

            var length = LengthAt(text, at);
            if (length == 0)
            {
                continue;
            }

            if (at >= end)
            {
                Flush();
                begin = at;
            }

            end = Math.Max(end, at + length);
        }

        Flush();
        return masked is null ? text : masked.Append(text, copied, text.Length - copied).ToString();

        void Flush()
        {
            if (end > copied)
            {
                masked = (masked ?? new StringBuilder()).Append(text, copied, begin - copied).Append(PropertySecret.Shown);
                copied = end;
            }
        }
    }

    private int LengthAt(string text, int at)
    {
        var start = Start(text, at);
        var (word, bit) = Bit(start);
        if ((_mayStart[word] & bit) == 0 || !_byStart.TryGetValue(start, out var known))
        {
            return 0;
        }

        var rest = text.AsSpan(at);
        foreach (var candidate in known)
        {
            var common = rest.CommonPrefixLength(candidate);
            if (common == candidate.Length || (common < rest.Length && rest[common] == Cut))
            {
                return common;
            }
        }

        return 0;
    }

    private static ulong Start(string text, int at) =>
        text[at] | ((ulong)text[at + 1] << 16) | ((ulong)text[at + 2] << 32) | ((ulong)text[at + 3] << 48);

    private static (int Word, ulong Bit) Bit(ulong start)
    {
        var hash = (int)((start * 0x9E3779B97F4A7C15) >> 48);
        return (hash >> 6, 1UL << (hash & 63));
    }
}
