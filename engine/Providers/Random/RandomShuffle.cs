using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Providers.Random;

/// <summary>RandomShuffle: the inputs in another order; over and over when more are asked for than there are.</summary>
internal sealed class RandomShuffle : RandomKind
{
    public override IReadOnlyList<string> Drawn => ["results"];

    public override IEnumerable<CheckFailure> Check(PropertyMap inputs) => AtLeast(inputs, "resultCount", 0);

    public override (string Id, PropertyMap Values) Draw(PropertyMap inputs)
    {
        var items = inputs.Get("inputs")?.Plain() as PropertyArray ?? PropertyArray.Empty;
        var count = Number(inputs, "resultCount", items.Count);
        var source = new RandomSource(inputs.Text("seed"));
        var results = new List<PropertyValue>();
        while (results.Count < count && items.Count > 0)
        {
            var round = items.ToArray();
            source.Shuffle(round);
            results.AddRange(round.Take(count - results.Count));
        }

        return ("-", PropertyMap.Of(("results", new PropertyArray(results))));
    }
}
