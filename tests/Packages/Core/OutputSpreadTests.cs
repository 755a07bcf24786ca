using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace Packages.Tests.Core;

/// <summary>
/// What an output is made of decides whether it is secret, known, and what it depends on, whatever it is made by and wherever among its
/// parts the secret, unknown or dependent one stands.
/// </summary>
public sealed class OutputSpreadTests
{
    private static readonly Resource s_one = new DependencyResource("urn:pulumi:s::p::t:t:T::one");
    private static readonly Resource s_two = new DependencyResource("urn:pulumi:s::p::t:t:T::two");

    public static TheoryData<string, Func<Output<string>, Output<string>, Output<string>>> Combinations =>
        new()
        {
            { "All", (a, b) => Output.All(a, b).Apply(values => string.Concat(values)) },
            { "Tuple", (a, b) => Output.Tuple(a, b).Apply(values => values.Item1 + values.Item2) },
            { "Format", (a, b) => Output.Format($"{a}{b}") },
            { "Apply to an output", (a, b) => a.Apply(first => b.Apply(second => first + second)) },
            { "Apply to an input", (a, b) => a.Apply(first => (Input<string>?)b.Apply(second => first + second)) },
            {
                "a list",
                (a, b) =>
                    new InputList<string> { a, b }
                        .ToOutput()
                        .Apply(values => string.Concat(values))
            },
        };

    public static TheoryData<string, Func<Output<string>, Output<string>>> Transformations =>
        new()
        {
            { "a function", a => a.Apply(text => text + "!") },
            { "an asynchronous function", a => a.Apply(text => Task.FromResult(text + "!")) },
            { "an output", a => a.Apply(text => Output.Create(text + "!")) },
            { "an input", a => a.Apply(text => (Input<string>?)(text + "!")) },
        };

    [Theory]
    [MemberData(nameof(Combinations))]
    public async Task A_secret_among_the_parts_makes_the_whole_secret(
        string by,
        Func<Output<string>, Output<string>, Output<string>> combine
    )
    {
        (await LookAsync(combine(Output.CreateSecret("a"), Output.Create("b")))).ShouldBe(("ab", true, true), by);
        (await LookAsync(combine(Output.Create("a"), Output.CreateSecret("b")))).ShouldBe(("ab", true, true), by);
        (await LookAsync(combine(Output.CreateSecret("a"), Output.CreateSecret("b")))).ShouldBe(("ab", true, true), by);
        (await LookAsync(combine(Output.Create("a"), Output.Create("b")))).ShouldBe(("ab", true, false), by);
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public async Task An_unknown_part_makes_the_whole_unknown(string by, Func<Output<string>, Output<string>, Output<string>> combine)
    {
        (await LookAsync(combine(OutputUtilities.CreateUnknown("a"), Output.Create("b")))).IsKnown.ShouldBeFalse(by);
        (await LookAsync(combine(Output.Create("a"), OutputUtilities.CreateUnknown("b")))).IsKnown.ShouldBeFalse(by);
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public async Task The_whole_depends_on_what_each_part_depends_on(
        string by,
        Func<Output<string>, Output<string>, Output<string>> combine
    )
    {
        (await OutputUtilities.GetDependenciesAsync(combine(Of(s_one, "a"), Of(s_two, "b")))).ShouldBe(
            [s_one, s_two],
            ignoreOrder: true,
            by
        );
        (await OutputUtilities.GetDependenciesAsync(combine(Of(s_one, "a"), Output.Create("b")))).ShouldBe([s_one], by);
        (await OutputUtilities.GetDependenciesAsync(combine(Output.Create("a"), Of(s_two, "b")))).ShouldBe([s_two], by);
    }

    [Theory]
    [MemberData(nameof(Transformations))]
    public async Task What_is_made_of_a_secret_is_secret_whether_it_is_known_or_not(string by, Func<Output<string>, Output<string>> apply)
    {
        (await LookAsync(apply(Output.CreateSecret("a")))).ShouldBe(("a!", true, true), by);
        (await LookAsync(apply(Output.Create("a")))).ShouldBe(("a!", true, false), by);
        var unknown = await LookAsync(apply(Of(isKnown: false, isSecret: true)));
        (unknown.IsKnown, unknown.IsSecret).ShouldBe((false, true), by);
        unknown = await LookAsync(apply(Of(isKnown: false, isSecret: false)));
        (unknown.IsKnown, unknown.IsSecret).ShouldBe((false, false), by);
    }

    [Theory]
    [MemberData(nameof(Transformations))]
    public async Task What_is_made_of_an_output_depends_on_what_that_does(string by, Func<Output<string>, Output<string>> apply) =>
        (await OutputUtilities.GetDependenciesAsync(apply(Of(s_one, "a")))).ShouldBe([s_one], by);

    [Fact]
    public async Task What_is_made_of_a_secret_is_secret_also_where_the_function_gives_nothing()
    {
        var nothing = await LookAsync(Output.CreateSecret("a").Apply(_ => (Output<string>?)null));
        (nothing.Value, nothing.IsKnown, nothing.IsSecret).ShouldBe((null!, true, true));
    }

    private static Output<string> Of(Resource resource, string text) =>
        new(new OutputData<string>(ImmutableHashSet.Create(resource), text, IsKnown: true, IsSecret: false));

    private static Output<string> Of(bool isKnown, bool isSecret) => new(new OutputData<string>([], "", isKnown, isSecret));

    private static async Task<(string Value, bool IsKnown, bool IsSecret)> LookAsync(Output<string> output)
    {
        var data = await output.DataTask;
        return (data.Value, data.IsKnown, data.IsSecret);
    }
}
