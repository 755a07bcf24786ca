using Engine.Tests.Planning.Fakes;
using Engine.Values;

namespace Engine.Tests.Planning;

/// <summary>How a resource is replaced, and when that is refused.</summary>
public sealed class ReplacementTests
{
    private readonly World _world = new();

    [Fact]
    public async Task The_option_to_delete_first_counts_also_where_the_provider_would_create_first()
    {
        static Thing Named(string kind) => new("a") { Kind = kind, Options = goal => goal with { DeleteBeforeReplace = true } };
        await _world.UpAsync(Named("x"));
        await _world.UpAsync(Named("y"));
        _world.ChangingSteps.ShouldBe(["delete-replaced a", "replace a", "create-replacement a"]);
    }

    [Fact]
    public async Task The_option_to_create_first_counts_also_where_the_provider_would_delete_first()
    {
        static Thing Named(string kind) =>
            new("a")
            {
                Fixed = "a",
                Kind = kind,
                Options = goal => goal with { DeleteBeforeReplace = false },
            };
        await _world.UpAsync(Named("x"));
        (await _world.UpAsync(Named("y"))).Succeeded.ShouldBeFalse();
        _world.Errors.ShouldBe(["'a' already exists"]);
        _world.Cloud.Objects["a"].GetText("kind").ShouldBe("x", "nothing was deleted");
    }

    [Fact]
    public async Task A_replacement_takes_no_changes_that_are_ignored()
    {
        await _world.UpAsync(new Thing("a"));
        await _world.UpAsync(
            new Thing("a")
            {
                Kind = "y",
                Value = "2",
                Options = goal => goal with { IgnoreChanges = ["value"] },
            }
        );
        _world.Resource("a").Inputs.GetText("kind").ShouldBe("y");
        _world.Resource("a").Inputs.GetText("value").ShouldBe("1");
    }

    [Fact]
    public async Task What_gives_its_import_id_is_not_replaced()
    {
        static Thing Imported(string kind) =>
            new("a")
            {
                Fixed = "mine",
                Kind = kind,
                Options = goal => goal with { ImportId = "mine" },
            };
        _world.Cloud.Objects["mine"] = PropertyMap.Of(("name", "mine"), ("value", "1"), ("kind", "x"));
        await _world.UpAsync(Imported("x"));
        _world.Cloud.Log.Clear();

        (await _world.UpAsync(Imported("y"))).Succeeded.ShouldBeFalse();

        _world.Errors.ShouldHaveSingleItem().ShouldContain("take the `import` option out of the program");
        _world.Cloud.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_provider_compares_what_was_given_and_what_it_answered_with_what_is_wanted_now()
    {
        static Thing Noted(string value) => new("a") { Value = value, Options = goal => goal with { IgnoreChanges = ["note"] } };
        await _world.UpAsync(Noted("1"));
        _world.State = _world.State with
        {
            Resources =
            [
                .. _world.State.Resources.Select(r => r.Urn.Name == "a" ? r with { Outputs = r.Outputs.With("address", "10.0.0.1") } : r),
            ],
        };
        _world.Cloud.Diffs.Clear();

        await _world.PreviewAsync(Noted("2"));
        await _world.UpAsync(Noted("2"));

        _world.Cloud.Diffs.Select(request => request.Preview).ShouldBe([true, false]);
        foreach (var request in _world.Cloud.Diffs)
        {
            request.Id.ShouldStartWith("a-");
            request.OldInputs.GetText("value").ShouldBe("1");
            request.OldInputs.ContainsKey("address").ShouldBeFalse();
            request.OldOutputs.GetText("address").ShouldBe("10.0.0.1");
            request.News.GetText("value").ShouldBe("2");
            request.IgnoreChanges.ShouldBe(["note"]);
        }
    }

    [Theory]
    [InlineData("labels", true)]
    [InlineData("labels.tier", true)]
    [InlineData("labels.owner", false)]
    public async Task Replace_on_changes_holds_for_what_differs_in_the_property(string path, bool isReplaced)
    {
        Thing Labelled(string tier) =>
            new("a")
            {
                Options = goal =>
                    goal with
                    {
                        Inputs = goal.Inputs.With("labels", PropertyMap.Of(("tier", tier), ("owner", "x"))),
                        ReplaceOnChanges = [path],
                    },
            };
        await _world.UpAsync(Labelled("1"));
        await _world.UpAsync(Labelled("2"));
        _world.ChangingSteps.Contains("replace a").ShouldBe(isReplaced);
    }

    [Fact]
    public async Task A_tainted_resource_is_replaced_once()
    {
        await _world.UpAsync(new Thing("a"));
        _world.State = _world.State with
        {
            Resources = [.. _world.State.Resources.Select(r => r.Urn.Name == "a" ? r with { Taint = true } : r)],
        };
        await _world.UpAsync(new Thing("a"));
        _world.ChangingSteps.ShouldBe(["create-replacement a", "replace a", "delete-replaced a"]);
        await _world.UpAsync(new Thing("a"));
        _world.ChangingSteps.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_trigger_replaces_when_it_changes_and_not_when_it_is_set_first()
    {
        static Thing Triggered(string? trigger) =>
            new("a") { Options = goal => goal with { ReplacementTrigger = trigger is null ? null : (PropertyValue)trigger } };
        await _world.UpAsync(Triggered(null));
        await _world.UpAsync(Triggered("1"));
        _world.ChangingSteps.ShouldBeEmpty();
        await _world.UpAsync(Triggered("1"));
        _world.ChangingSteps.ShouldBeEmpty();
        await _world.UpAsync(Triggered("2"));
        _world.ChangingSteps.ShouldBe(["create-replacement a", "replace a", "delete-replaced a"]);
    }

    [Fact]
    public async Task What_is_replaced_with_another_or_deleted_with_it_is_replaced_when_that_is()
    {
        Thing[] Program(string kind) =>
            [
                new("a") { Kind = kind },
                new("with") { DependsOn = ["a"], Options = goal => goal with { ReplaceWith = [Thing.UrnOf("a")] } },
                new("part") { DependsOn = ["a"], Options = goal => goal with { DeletedWith = Thing.UrnOf("a") } },
                new("other") { DependsOn = ["a"] },
            ];
        await _world.UpAsync(Program("x"));
        await _world.UpAsync(Program("y"));
        _world
            .ChangingSteps.Where(step => step.StartsWith("replace ", StringComparison.Ordinal))
            .ShouldBe(["replace a", "replace part", "replace with"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("refs", true)]
    [InlineData("refs[0]", true)]
    [InlineData("ref", false)]
    [InlineData("value", false)]
    public async Task Replace_on_changes_names_a_property_or_what_is_in_it(string path, bool isReplaced)
    {
        Thing[] Program(params string[] refs) =>
            [new("a"), new("b"), new("c") { Refs = refs, Options = goal => goal with { ReplaceOnChanges = [path] } }];
        await _world.UpAsync(Program("a"));
        await _world.UpAsync(Program("b"));
        _world.ChangingSteps.Contains("replace c").ShouldBe(isReplaced);
        _world.ChangingSteps.Contains("update c").ShouldBe(!isReplaced);
    }
}
