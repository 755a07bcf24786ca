using Pulumi;
using Pulumi.Utilities;

namespace Packages.Tests.Core;

public sealed class OutputTests
{
    private static async Task<(T Value, bool IsKnown, bool IsSecret)> Look<T>(Output<T> output)
    {
        var data = await output.DataTask;
        return (data.Value, data.IsKnown, data.IsSecret);
    }

    [Fact]
    public async Task Apply_of_an_unknown_value_is_not_called()
    {
        var called = false;

        var result = await Look(
            OutputUtilities
                .CreateUnknown("x")
                .Apply(text =>
                {
                    called = true;
                    return text.Length;
                })
        );

        result.ShouldBe((0, false, false));
        called.ShouldBeFalse();
    }

    [Fact]
    public async Task Secretness_and_unknownness_spread_to_what_is_combined()
    {
        (await Look(Output.Tuple(Output.Create(1), Output.CreateSecret(2)).Apply(t => t.Item1 + t.Item2))).ShouldBe((3, true, true));
        (await Look(Output.All(Output.Create(1), Output.Unknown(2)))).IsKnown.ShouldBeFalse();
        (await Look(Output.Create(1).Apply(_ => Output.CreateSecret("inner")))).ShouldBe(("inner", true, true));
        (await Look(Output.Unsecret(Output.CreateSecret(1)))).IsSecret.ShouldBeFalse();
        (await Output.IsSecretAsync(Output.CreateSecret(1))).ShouldBeTrue();
    }

    [Fact]
    public async Task Format_takes_outputs_inputs_and_values()
    {
        Input<string> input = Output.Create("in");

        (await Look(Output.Format($"{Output.Create("a")}-{input}-{1.5}"))).Value.ShouldBe("a-in-1.5");
    }

    [Fact]
    public async Task Json_awaits_outputs_at_any_depth()
    {
        var late = new TaskCompletionSource<string>();
        var json = Output.JsonSerialize(
            Output.Create(
                new Dictionary<string, object?>
                {
                    ["late"] = Output
                        .Create(late.Task)
                        .Apply(text => new Dictionary<string, object?> { ["inner"] = Output.CreateSecret(text) }),
                    ["list"] = new object?[] { Output.Create(1), null },
                }
            )
        );
        late.SetResult("x");

        (await Look(json)).ShouldBe(("""{"late":{"inner":"x"},"list":[1,null]}""", true, true));
    }

    [Fact]
    public async Task Json_with_an_unknown_inside_is_unknown() =>
        (await Look(Output.JsonSerialize(Output.Create(new object[] { Output.Unknown(1) })))).IsKnown.ShouldBeFalse();

    [Fact]
    public async Task A_deferred_output_takes_over_everything_of_its_source()
    {
        var deferred = new DeferredOutput<int>();
        var doubled = deferred.Output.Apply(value => value * 2);

        deferred.Resolve(Output.CreateSecret(21));

        (await Look(doubled)).ShouldBe((42, true, true));
        Should.Throw<InvalidOperationException>(() => deferred.Resolve(Output.Create(1)));
    }

    [Fact]
    public void Putting_an_output_into_text_says_what_to_do() => Output.Create(1).ToString().ShouldContain("Output.Format");

    [Fact]
    public async Task Lists_and_maps_keep_their_elements_apart()
    {
        var list = new InputList<string> { "a" };
        list.Add(Output.Create("b"));
        list.AddRange(Output.Create(new[] { "c" }));
        var map = InputMap<string>.Merge(new() { ["k"] = "old", ["other"] = "o" }, new() { ["k"] = "new" });

        (await Look(list.ToOutput())).Value.ShouldBe(["a", "b", "c"]);
        (await Look(map.ToOutput())).Value.OrderBy(entry => entry.Key).Select(entry => entry.Value).ShouldBe(["new", "o"]);
        Should.Throw<ArgumentException>(() => map.Add("k", "twice"));
    }

    [Fact]
    public async Task The_index_of_a_map_replaces()
    {
        InputMap<string> map = Output.Create(new Dictionary<string, string> { ["k"] = "old" });
        map["k"] = "new";

        (await Look(map.ToOutput())).Value["k"].ShouldBe("new");
    }
}
