using System.Globalization;
using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Providers.Random;

/// <summary>RandomInteger: a number from min to max, both included.</summary>
internal sealed class RandomInteger : RandomKind
{
    public override IReadOnlyList<string> Drawn => ["result"];

    public override IEnumerable<CheckFailure> Check(PropertyMap inputs) =>
        inputs.Get("min")?.Plain() is PropertyNumber min && inputs.Get("max")?.Plain() is PropertyNumber max && min.Value > max.Value
            ? [new CheckFailure("min", $"must not be above max ({max}), was {min}")]
            : [];

    public override (string Id, PropertyMap Values) Draw(PropertyMap inputs)
    {
        long min = Number(inputs, "min"),
            max = Number(inputs, "max");
        var drawn = min + new RandomSource(inputs.Text("seed")).Below(max - min + 1);
        return (drawn.ToString(CultureInfo.InvariantCulture), PropertyMap.Of(("result", drawn)));
    }
}
