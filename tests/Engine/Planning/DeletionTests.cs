using Engine.Events;
using Engine.State;
using Engine.Tests.Planning.Fakes;

namespace Engine.Tests.Planning;

/// <summary>What is deleted at the end of an update, and what stays when something of it cannot be.</summary>
public sealed class DeletionTests
{
    private readonly World _world = new();

    [Fact]
    public async Task What_a_resource_needs_stays_when_that_cannot_be_deleted()
    {
        await _world.UpAsync(
            new Thing("a") { Fixed = "a" },
            new Thing("b") { Fixed = "b", Refs = ["a"] },
            new Thing("c") { Fixed = "c", DependsOn = ["b"] },
            new Thing("d") { Fixed = "d" }
        );
        _world.Cloud.Failing["b"] = "it is in use";

        var result = await _world.RunAsync(new FakeProgram([]), o => o with { Kind = UpdateKind.Destroy, ContinueOnError = true });

        result.Succeeded.ShouldBeFalse();
        _world.Errors.ShouldBe(["it is in use"]);
        _world.ChangingSteps.ShouldBe(["delete c", "delete d"], ignoreOrder: true);
        _world.Cloud.Objects.Keys.ShouldBe(["a", "b"], ignoreOrder: true);
        StateRules.Violations(_world.State).ShouldBeEmpty();

        (await _world.DestroyAsync()).Succeeded.ShouldBeTrue(string.Join('\n', _world.Errors));
        _world.ChangingSteps.ShouldBe(["delete b", "delete a"]);
    }

    [Fact]
    public async Task What_goes_with_another_is_deleted_by_itself_where_the_other_stays()
    {
        Thing whole = new("whole") { Fixed = "whole", Options = goal => goal with { Protect = true } };
        await _world.UpAsync(
            whole,
            new Thing("part")
            {
                Fixed = "part",
                DependsOn = ["whole"],
                Options = goal => goal with { DeletedWith = Thing.UrnOf("whole") },
            }
        );
        _world.Cloud.Log.Clear();

        (await _world.UpAsync(whole)).Succeeded.ShouldBeTrue(string.Join('\n', _world.Errors));
        _world.Cloud.Log.ShouldBe(["delete part"]);
    }

    [Fact]
    public async Task What_goes_with_a_protected_resource_is_deleted_by_itself()
    {
        await _world.UpAsync(
            new Thing("whole") { Fixed = "whole", Options = goal => goal with { Protect = true } },
            new Thing("part")
            {
                Fixed = "part",
                DependsOn = ["whole"],
                Options = goal => goal with { DeletedWith = Thing.UrnOf("whole") },
            }
        );
        _world.Cloud.Log.Clear();

        (await _world.DestroyAsync()).Succeeded.ShouldBeFalse();
        _world.Cloud.Log.ShouldBe(["delete part"]);
        _world.Cloud.Objects.Keys.ShouldBe(["whole"]);
    }

    [Fact]
    public async Task Old_halves_of_replacements_go_whatever_the_targets_are()
    {
        await _world.UpAsync(new Thing("a"), new Thing("b"), new Thing("c"));
        _world.State = _world.State with
        {
            Resources = [.. _world.State.Resources.Select(r => r.Urn.Name == "a" ? r with { Delete = true } : r)],
        };

        await _world.RunAsync(new FakeProgram([new Thing("b") { Value = "2" }]), o => o with { Targets = [Thing.UrnOf("b")] });

        _world.ChangingSteps.ShouldBe(["update b", "delete-replaced a"]);
        _world.State.Resources.Select(r => r.Urn.Name).ShouldContain("c", "it is no target, and none was to go");
    }
}
