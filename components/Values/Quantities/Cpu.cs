using System.Globalization;

namespace Components.Values;

/// <summary>An amount of processor time, in thousandths of a core.</summary>
public readonly record struct Cpu
{
    // The largest EC2 instances have fewer cores.
    private const int MostMillicores = 1_000_000;

    private Cpu(int millicores) => Millicores = millicores;

    /// <summary>The amount in thousandths of a core.</summary>
    public int Millicores { get; }

    /// <summary>An amount of millicores.</summary>
    /// <exception cref="FormatException">Less than 1 or more than 1,000 cores.</exception>
    public static Cpu OfMillicores(long millicores) =>
        millicores is >= 1 and <= MostMillicores
            ? new((int)millicores)
            : ProblemCollection.Refuse(
                $"{millicores} millicores of CPU cannot be asked for. Allowed: 1 to 1000000 (1000 cores).",
                default(Cpu)
            );

    /// <summary>Reads Kubernetes' notation: <c>250m</c>, <c>0.25</c>, <c>2</c>.</summary>
    /// <exception cref="FormatException">It is no amount of CPU.</exception>
    public static Cpu Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var milli = text.EndsWith('m');
        return
            decimal.TryParse(milli ? text[..^1] : text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number <= MostMillicores
            && decimal.IsInteger(milli ? number : number * 1000)
            ? OfMillicores((long)(milli ? number : number * 1000))
            : ProblemCollection.Refuse(
                $"CPU '{text}' is no amount of CPU. Write millicores such as 250m, or cores such as 0.25 or 2.",
                default(Cpu)
            );
    }

    /// <summary>This much requested, and at most <paramref name="limit"/> used.</summary>
    /// <exception cref="FormatException">The limit is below the request.</exception>
    public CpuRange UpTo(Cpu limit) => CpuRange.Between(this, limit);

    /// <summary>Kubernetes' notation, in its shortest form: whole cores as a number, all else in millicores.</summary>
    public override string ToString() =>
        Millicores % 1000 == 0
            ? (Millicores / 1000).ToString(CultureInfo.InvariantCulture)
            : Millicores.ToString(CultureInfo.InvariantCulture) + "m";
}
