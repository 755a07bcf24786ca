using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Providers.Random;

/// <summary>RandomString: text of chosen kinds of characters.</summary>
internal class RandomText : RandomKind
{
    private const string Lowers = "abcdefghijklmnopqrstuvwxyz";
    private const string Uppers = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Digits = "0123456789";
    private const string Specials = "!@#$%&*()-_=+[]{}<>:?";

    private static readonly string[] Minimums = ["minLower", "minUpper", "minNumeric", "minSpecial"];

    public override string? StateVersion => "2";

    public override PropertyMap Defaults { get; } =
        PropertyMap.Of(
            ("lower", true),
            ("upper", true),
            ("numeric", true),
            ("number", true),
            ("special", true),
            ("minLower", 0),
            ("minUpper", 0),
            ("minNumeric", 0),
            ("minSpecial", 0)
        );

    public override IReadOnlyList<string> Drawn => ["result"];

    public override IEnumerable<CheckFailure> Check(PropertyMap inputs)
    {
        if (
            inputs.Get("numeric")?.Plain() is PropertyBool numeric
            && inputs.Get("number")?.Plain() is PropertyBool number
            && numeric != number
        )
        {
            yield return new CheckFailure("number", "is the old name of 'numeric', and says otherwise than it; remove 'number'");
        }

        foreach (var failure in Minimums.SelectMany(name => AtLeast(inputs, name, 0)).Concat(AtLeast(inputs, "length", 1)))
        {
            yield return failure;
        }

        var least = Minimums.Sum(name => Number(inputs, name));
        if (inputs.Get("length")?.Plain() is PropertyNumber length && length.Value >= 1 && length.Value < least)
        {
            yield return new CheckFailure(
                "length",
                $"must be at least {least}, the sum of minLower, minUpper, minNumeric and minSpecial; was {length}"
            );
        }

        if (Alphabet(Completed(inputs)).Length == 0)
        {
            yield return new CheckFailure("", "no characters are left to choose from: lower, upper, numeric and special are all false");
        }
    }

    public override (string Id, PropertyMap Values) Draw(PropertyMap inputs)
    {
        var text = Text(inputs);
        return (text, PropertyMap.Of(("result", text)));
    }

    public override (string Id, PropertyMap Inputs, PropertyMap Values)? Import(string id) =>
        (id, PropertyMap.Of(("length", id.Length)), PropertyMap.Of(("result", id)));

    /// <summary>The old name <c>number</c> and the new name <c>numeric</c> hold the same.</summary>
    public static PropertyMap Completed(PropertyMap inputs) =>
        (inputs.Get("number"), inputs.Get("numeric")) switch
        {
            ({ } number, null) => inputs.With("numeric", number),
            (null, { } numeric) => inputs.With("number", numeric),
            _ => inputs,
        };

    protected static string Text(PropertyMap inputs)
    {
        var source = new RandomSource(null);
        var special = inputs.Text("overrideSpecial") is { Length: > 0 } own ? own : Specials;
        var chosen = new List<char>();
        foreach (
            var (alphabet, name) in new[] { (Lowers, "minLower"), (Uppers, "minUpper"), (Digits, "minNumeric"), (special, "minSpecial") }
        )
        {
            chosen.AddRange(Enumerable.Range(0, Number(inputs, name)).Select(_ => source.Pick(alphabet.ToCharArray())));
        }

        var all = Alphabet(inputs).ToCharArray();
        while (chosen.Count < Number(inputs, "length"))
        {
            chosen.Add(source.Pick(all));
        }

        var text = chosen.ToArray();
        source.Shuffle(text);
        return new string(text);
    }

    private static string Alphabet(PropertyMap inputs) =>
        (Flag(inputs, "lower") ? Lowers : "")
        + (Flag(inputs, "upper") ? Uppers : "")
        + (Flag(inputs, "numeric") ? Digits : "")
        + (
            Flag(inputs, "special")
                ? inputs.Text("overrideSpecial") is { Length: > 0 } own
                    ? own
                    : Specials
                : ""
        );
}
