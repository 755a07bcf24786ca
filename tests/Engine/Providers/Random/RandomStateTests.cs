using Engine.Contract;
using Engine.Providers.Random;
using Engine.Values;

namespace Engine.Tests.Providers.Random;

public sealed class RandomStateTests
{
    private static readonly RandomProvider Provider = new(RepositorySchemas.Catalog);

    public static TheoryData<Recording> States => [.. Recording.All("random-states.json")];

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_new_value_has_the_shape_that_the_published_plugin_gives(Recording recorded)
    {
        var created = await Provider.CreateAsync(new CreateRequest(recorded.Urn, recorded.Map("inputs"), null, Preview: false), default);

        var expected = recorded.Map("outputs").Without("__pulumi_raw_state_delta");
        created.Outputs.Keys.ShouldBe(expected.Keys);
        foreach (var (name, value) in expected)
        {
            created.Outputs[name].GetType().ShouldBe(value.GetType(), name);
            if (recorded.Map("inputs").ContainsKey(name) || name.StartsWith('_') || name.StartsWith("min", StringComparison.Ordinal))
            {
                created.Outputs[name].ShouldBe(value, name);
            }
        }

        (created.Id is "none" or "-").ShouldBe(recorded.Text("id") is "none" or "-");
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_recorded_state_needs_no_change(Recording recorded)
    {
        var diff = await Provider.DiffAsync(
            new DiffRequest(recorded.Urn, recorded.Text("id"), recorded.Map("inputs"), recorded.Map("outputs"), recorded.Map("inputs"), []),
            default
        );

        diff.Changes.ShouldBe(DiffChanges.None);
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task Changed_keepers_draw_anew(Recording recorded)
    {
        var news = recorded.Map("inputs").With("keepers", PropertyMap.Of(("gen", "2")));
        var diff = await Provider.DiffAsync(
            new DiffRequest(recorded.Urn, recorded.Text("id"), recorded.Map("inputs"), recorded.Map("outputs"), news, []),
            default
        );

        diff.Replaces.ShouldBe(["keepers"]);
        diff.DetailedDiff.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_preview_knows_all_but_what_is_drawn(Recording recorded)
    {
        var created = await Provider.CreateAsync(new CreateRequest(recorded.Urn, recorded.Map("inputs"), null, Preview: true), default);

        created.Id.ShouldBeNull();
        created.Outputs["id"].ShouldBe(PropertyValue.Computed);
        created.Outputs["keepers"].ShouldBe(recorded.Map("inputs")["keepers"]);
    }
}
