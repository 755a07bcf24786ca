using FsCheck;
using FsCheck.Fluent;

namespace Engine.Tests.Planning.Fakes;

/// <summary>Random programs, and random edits of them: up to six versions of one program, with things added, changed, renamed away and
/// rewired.</summary>
internal static class ThingGraphs
{
    private static readonly string[] Names = ["a", "b", "c", "d", "e", "f", "g"];

    public static Arbitrary<Thing[][]> Edits() =>
        (from count in Gen.Choose(2, 4) from versions in Program().ArrayOf(count) select versions).ToArbitrary();

    /// <summary>Each thing needs only things that stand before it, so there are no cycles; the order differs between versions, and so may
    /// the direction of an edge.</summary>
    private static Gen<Thing[]> Program() =>
        from order in Gen.Shuffle(Names)
        from count in Gen.Choose(0, Names.Length)
        from things in Gen.CollectToSequence(Enumerable.Range(0, count).Select(i => One(order[i], order[..i])))
        select things.ToArray();

    private static Gen<Thing> One(string name, string[] before) =>
        from isFixed in Gen.Elements(true, false)
        from value in Gen.Elements("1", "2", "3")
        from kind in Gen.Elements("x", "x", "y")
        from refs in Some(before)
        from hardRefs in Some(before)
        from dependsOn in Some(before)
        select new Thing(name)
        {
            Fixed = isFixed ? name : null,
            Value = value,
            Kind = kind,
            Refs = refs,
            HardRefs = hardRefs,
            DependsOn = dependsOn,
        };

    private static Gen<string[]> Some(string[] names) =>
        from picks in Gen.Choose(0, 3).ArrayOf(names.Length)
        select names.Where((_, i) => picks[i] == 0).ToArray();
}
