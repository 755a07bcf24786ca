using Engine.Events;
using Engine.State;
using Engine.Tests.Planning.Fakes;
using Engine.Values;

namespace Engine.Tests.Planning;

public sealed class StepTests
{
    private readonly World _world = new();

    [Fact]
    public async Task Creates_after_what_it_needs_then_finds_nothing_to_do()
    {
        var a = new Thing("a") { Fixed = "a" };
        var b = new Thing("b") { Fixed = "b", Refs = ["a"] };

        var first = await _world.UpAsync(b, a);
        first.Succeeded.ShouldBeTrue(string.Join('\n', _world.Errors));
        _world.ChangingSteps.ShouldBe(["create a", "create b"]);
        StateRules.Violations(_world.State).ShouldBeEmpty();

        var second = await _world.UpAsync(b, a);
        second.Succeeded.ShouldBeTrue();
        second.SnapshotChanged.ShouldBeFalse();
        second.HasChanges.ShouldBeFalse();
        _world.ChangingSteps.ShouldBeEmpty();
        _world.Journal.Entries.ShouldAllBe(e => !e.Entry.IsDurable);
    }

    [Fact]
    public async Task A_preview_decides_the_same_and_does_nothing()
    {
        await _world.UpAsync(new Thing("a") { Fixed = "a" }, new Thing("old"));
        var before = _world.State;
        _world.Cloud.Log.Clear();

        var preview = await _world.PreviewAsync(new Thing("a") { Fixed = "a", Value = "2" }, new Thing("b") { Refs = ["a"] });

        preview.Succeeded.ShouldBeTrue();
        _world.ChangingSteps.Order().ShouldBe(["create b", "delete old", "update a"]);
        _world.Cloud.Log.ShouldBeEmpty();
        _world.Journal.Entries.ShouldBeEmpty();
        _world.State.ShouldBeSameAs(before);
    }

    [Fact]
    public async Task A_replacement_with_a_generated_name_creates_first_and_deletes_at_the_end()
    {
        await _world.UpAsync(new Thing("a"), new Thing("b") { HardRefs = ["a"] });
        await _world.UpAsync(new Thing("a") { Kind = "y" }, new Thing("b") { HardRefs = ["a"] });

        _world.ChangingSteps.ShouldBe([
            "create-replacement a",
            "replace a",
            "create-replacement b",
            "replace b",
            "delete-replaced b",
            "delete-replaced a",
        ]);
        _world.Cloud.Objects.Count.ShouldBe(2);
        _world.State.Resources.ShouldAllBe(r => !r.Delete);
    }

    [Fact]
    public async Task A_replacement_that_keeps_its_name_takes_its_dependents_along()
    {
        Thing[] Program(string kind) =>
            [
                new("a") { Fixed = "a", Kind = kind },
                new("b") { Fixed = "b", HardRefs = ["a"] },
                new("c") { Fixed = "c", Refs = ["a"] },
                new("d") { Fixed = "d", DependsOn = ["a"] },
            ];
        await _world.UpAsync(Program("x"));
        var result = await _world.UpAsync(Program("y"));

        result.Succeeded.ShouldBeTrue(string.Join('\n', _world.Errors));
        _world.ChangingSteps.ShouldBe([
            "delete-replaced b",
            "delete-replaced a",
            "replace a",
            "create-replacement a",
            "replace b",
            "create-replacement b",
        ]);
        result.Changes[StepOp.Replace].ShouldBe(2);
        result.Changes[StepOp.Same].ShouldBe(3);
    }

    [Fact]
    public async Task Deletes_dependents_before_what_they_depend_on()
    {
        await _world.UpAsync(new Thing("a"), new Thing("b") { Refs = ["a"] }, new Thing("c") { DependsOn = ["b"] });
        await _world.UpAsync();
        _world.ChangingSteps.ShouldBe(["delete c", "delete b", "delete a"]);
    }

    [Fact]
    public async Task Protect_refuses_a_deletion_and_what_it_would_take_along()
    {
        await _world.UpAsync(new Thing("a"), new Thing("b") { Refs = ["a"], Options = g => g with { Protect = true } }, new Thing("c"));
        var result = await _world.DestroyAsync();
        result.Succeeded.ShouldBeFalse();
        _world.ChangingSteps.ShouldBe(["delete c"]);
        _world.Errors.ShouldHaveSingleItem().ShouldContain("protected");
        _world.Cloud.Objects.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Retained_resources_leave_the_state_only()
    {
        await _world.UpAsync(new Thing("a") { Options = g => g with { RetainOnDelete = true } });
        await _world.UpAsync();
        _world.ChangingSteps.ShouldBe(["delete a"]);
        _world.Cloud.Objects.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Deleted_with_another_needs_no_call_of_its_own()
    {
        await _world.UpAsync(
            new Thing("a") { Fixed = "a" },
            new Thing("b")
            {
                Fixed = "b",
                DependsOn = ["a"],
                Options = g => g with { DeletedWith = Thing.UrnOf("a") },
            }
        );
        _world.Cloud.Log.Clear();
        await _world.DestroyAsync();
        _world.Cloud.Log.ShouldBe(["delete a"]);
        _world.State.Resources.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ignored_changes_keep_the_old_value()
    {
        await _world.UpAsync(new Thing("a"));
        await _world.UpAsync(new Thing("a") { Value = "2", Options = g => g with { IgnoreChanges = ["value"] } });
        _world.ChangingSteps.ShouldBeEmpty();
        _world.Resource("a").Inputs.GetText("value").ShouldBe("1");
        _world.Resource("a").IgnoreChanges.ShouldBe(["value"]);
    }

    [Fact]
    public async Task Replace_on_changes_turns_an_update_into_a_replacement()
    {
        await _world.UpAsync(new Thing("a"));
        await _world.UpAsync(new Thing("a") { Value = "2", Options = g => g with { ReplaceOnChanges = ["value"] } });
        _world.ChangingSteps.ShouldBe(["create-replacement a", "replace a", "delete-replaced a"]);
    }

    [Fact]
    public async Task An_alias_keeps_the_object_under_a_new_name()
    {
        await _world.UpAsync(new Thing("a"), new Thing("b") { Refs = ["a"] });
        var result = await _world.UpAsync(
            new Thing("new") { Options = g => g with { Aliases = [new() { Name = "a" }] } },
            new Thing("b") { Refs = ["new"] }
        );
        result.Succeeded.ShouldBeTrue(string.Join('\n', _world.Errors));
        _world.ChangingSteps.ShouldBeEmpty();
        _world.Resource("new").Outputs.GetText("name")!.ShouldStartWith("a-");
        _world.Resource("b").Dependencies.ShouldBe([Thing.UrnOf("new")]);
        StateRules.Violations(_world.State).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failed_step_stops_the_rest_and_keeps_what_was_done()
    {
        _world.Cloud.Failing["b"] = "no space left";
        var result = await _world.UpAsync(
            new Thing("a") { Fixed = "a" },
            new Thing("b") { Fixed = "b", DependsOn = ["a"] },
            new Thing("c") { DependsOn = ["b"] }
        );
        result.Succeeded.ShouldBeFalse();
        result.Errors.ShouldBe(1);
        _world.Errors.ShouldBe(["no space left"]);
        _world.State.Resources.Select(r => r.Urn.Name).ShouldContain("a");
        _world.State.Resources.Select(r => r.Urn.Name).ShouldNotContain("b");
        _world.State.PendingOperations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Going_on_after_an_error_skips_only_dependents()
    {
        _world.Cloud.Failing["b"] = "no space left";
        Thing[] things = [new("a"), new("b") { Fixed = "b" }, new("c") { DependsOn = ["b"] }, new("d") { DependsOn = ["a"] }];
        var result = await _world.RunAsync(new FakeProgram(things), o => o with { ContinueOnError = true });
        result.Succeeded.ShouldBeFalse();
        _world.ChangingSteps.ShouldBe(["create a", "create d"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_created_but_not_ready_is_saved_and_finished_by_the_next_update()
    {
        var result = await _world.UpAsync(new Thing("a") { Fixed = "a", Value = "unready" });
        result.Succeeded.ShouldBeFalse();
        _world.Resource("a").InitErrors.ShouldBe(["it is not ready"]);

        (await _world.UpAsync(new Thing("a") { Fixed = "a", Value = "unready" })).Succeeded.ShouldBeTrue();
        _world.ChangingSteps.ShouldBe(["update a"]);
        _world.Resource("a").InitErrors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_deleted_when_the_program_fails()
    {
        await _world.UpAsync(new Thing("a"), new Thing("b"));
        var result = await _world.RunAsync(new FakeProgram([new Thing("b")]) { ExitCode = 1 }, o => o);
        result.Succeeded.ShouldBeFalse();
        _world.ChangingSteps.ShouldBeEmpty();
        _world.State.Resources.Select(r => r.Urn.Name).ShouldContain("a");
    }

    [Fact]
    public async Task Refused_inputs_name_the_property()
    {
        var result = await _world.PreviewAsync(new Thing("a") { Value = "bad" });
        result.Succeeded.ShouldBeFalse();
        _world.Errors.ShouldBe(["test:index:Thing 'a': value: 'bad' is not allowed"]);
    }

    [Fact]
    public async Task Refresh_takes_drift_and_drops_what_is_gone()
    {
        await _world.UpAsync(new Thing("a") { Fixed = "a" }, new Thing("b") { Fixed = "b", Refs = ["a"] });
        _world.Cloud.Objects["b"] = _world.Cloud.Objects["b"].With("value", "drifted");
        _world.Cloud.Objects.TryRemove("a", out _);

        var result = await _world.RefreshAsync();
        result.Changes[StepOp.Update].ShouldBe(1);
        result.Changes[StepOp.Delete].ShouldBe(1);
        _world.Resource("b").Inputs.GetText("value").ShouldBe("drifted");
        StateRules.Violations(_world.State).ShouldBeEmpty();

        await _world.UpAsync(new Thing("a") { Fixed = "a" }, new Thing("b") { Fixed = "b", Refs = ["a"] });
        _world.ChangingSteps.ShouldBe(["create a", "update b"]);
    }

    [Fact]
    public async Task Imports_what_exists()
    {
        _world.Cloud.Objects["mine"] = PropertyMap.Of(("name", "mine"), ("value", "1"), ("kind", "x"));
        var result = await _world.UpAsync(new Thing("a") { Fixed = "mine", Options = g => g with { ImportId = "mine" } });
        result.Succeeded.ShouldBeTrue(string.Join('\n', _world.Errors));
        _world.ChangingSteps.ShouldBe(["import a"]);
        _world.Resource("a").ImportId.ShouldBe("mine");
        (
            await _world.UpAsync(new Thing("a") { Fixed = "mine", Options = g => g with { ImportId = "mine" } })
        ).SnapshotChanged.ShouldBeFalse();
    }

    [Fact]
    public async Task Stack_outputs_are_stored_and_compared()
    {
        PropertyMap outputs = PropertyMap.Of(("url", "http://a"));
        (await _world.RunAsync(new FakeProgram([]) { Outputs = outputs }, o => o)).Outputs.ShouldBe(outputs);
        (await _world.RunAsync(new FakeProgram([]) { Outputs = outputs }, o => o)).SnapshotChanged.ShouldBeFalse();
        _world.State.Resources.Single(r => r.Type == Urn.StackType).Outputs.ShouldBe(outputs);
    }

    [Fact]
    public async Task A_cancelled_update_starts_nothing_new()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        var result = await _world.RunAsync(new FakeProgram([new Thing("a")]), o => o, cancel.Token);
        result.Cancelled.ShouldBeTrue();
        result.Succeeded.ShouldBeFalse();
        _world.Cloud.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_resource_twice_is_refused()
    {
        var program = new FakeProgram([new Thing("a"), new Thing("b") { Options = g => g with { Name = "a" } }]);
        (await _world.RunAsync(program, o => o)).Succeeded.ShouldBeFalse();
        _world.Errors.ShouldHaveSingleItem().ShouldContain("another name");
    }
}
