using System.Globalization;

namespace Components.Values;

/// <summary>A whole number of hundredths, from 0 to 100.</summary>
public readonly record struct Percentage
{
    private Percentage(int value) => Value = value;

    /// <summary>The number, 0 to 100.</summary>
    public int Value { get; }

    /// <summary>A percentage.</summary>
    /// <exception cref="FormatException">Below 0 or above 100.</exception>
    public static Percentage Of(int value) =>
        value is >= 0 and <= 100
            ? new(value)
            : ProblemCollection.Refuse($"{value} is no percentage. Allowed: 0 to 100.", new Percentage(0));

    /// <summary>Kubernetes' notation, such as <c>25%</c>.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture) + "%";
}
