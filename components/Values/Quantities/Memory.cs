using System.Globalization;
using System.Numerics;
using Agreement;

namespace Components.Values;

/// <summary>An amount of memory or storage, in bytes.</summary>
public readonly record struct Memory
{
    private static readonly string[] s_suffixes = ["Ki", "Mi", "Gi", "Ti", "k", "M", "G", "T"];

    private Memory(long bytes) => Bytes = bytes;

    /// <summary>The amount in bytes.</summary>
    public long Bytes { get; }

    /// <summary>An amount of bytes.</summary>
    /// <exception cref="FormatException">Less than 1 byte, or more than 1024 TiB.</exception>
    public static Memory OfBytes(decimal bytes) =>
        bytes is >= 1 and <= (1L << 50)
            ? new((long)bytes)
            : ProblemCollection.Refuse(
                $"{bytes.ToString(CultureInfo.InvariantCulture)} bytes cannot be asked for. Allowed: 1 byte to 1024Ti.",
                default(Memory)
            );

    /// <summary>Reads Kubernetes' notation: <c>256Mi</c>, <c>1Gi</c>, <c>500M</c>.</summary>
    /// <exception cref="FormatException">It is no amount, or has no unit.</exception>
    public static Memory Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var hasUnit = s_suffixes.Any(suffix => text.EndsWith(suffix, StringComparison.Ordinal));
        return hasUnit && char.IsAsciiDigit(text[0]) && Quantity.Parse(text) is { } bytes
            ? OfBytes(bytes)
            : ProblemCollection.Refuse(
                $"memory '{text}' is no amount of memory. Write a number with Ki, Mi, Gi or Ti (binary), or k, M, G, T "
                    + $"(decimal).{Meant(text)}",
                default(Memory)
            );
    }

    /// <summary>This much requested, and at most <paramref name="limit"/> used: the container is killed when it wants more.</summary>
    /// <exception cref="FormatException">The limit is below the request.</exception>
    public MemoryRange UpTo(Memory limit) => MemoryRange.Between(this, limit);

    /// <summary>Kubernetes' notation, in the largest binary unit that divides the amount.</summary>
    public override string ToString()
    {
        var power = Math.Min(4, BitOperations.TrailingZeroCount(Bytes) / 10);
        return (Bytes >> (10 * power)).ToString(CultureInfo.InvariantCulture) + (power == 0 ? "" : s_suffixes[power - 1]);
    }

    private static string Meant(string text)
    {
        var digits = new string([.. text.TakeWhile(c => char.IsAsciiDigit(c) || c == '.')]);
        if (digits.Length == 0)
        {
            return "";
        }

        var unit = text[digits.Length..].TrimStart().TrimEnd('B', 'b').ToUpperInvariant() switch
        {
            "K" or "KI" => "Ki",
            "G" or "GI" => "Gi",
            "T" or "TI" => "Ti",
            _ => "Mi",
        };
        return $" Did you mean '{digits}{unit}'?";
    }
}
