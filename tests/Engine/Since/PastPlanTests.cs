using Engine.Errors;
using Engine.Events;
using Engine.Masking;
using Engine.Planning;
using Engine.Planning.Registration;
using Engine.Since;
using Engine.State;
using Engine.Tests.Planning.Fakes;
using Engine.Values;

namespace Engine.Tests.Since;

/// <summary>Two plans of one program: no id is known in either.</summary>
public sealed class PastPlanTests
{
    private readonly World _world = new();

    [Fact]
    public async Task The_same_program_changes_nothing_although_ids_are_unknown()
    {
        Thing[] program = [new("a"), new("b") { Refs = ["a"] }, new("c") { HardRefs = ["a", "b"] }];

        var result = await CompareAsync(program, program);

        result.HasChanges.ShouldBeFalse(string.Join('\n', _world.Steps));
        result.Changes[StepOp.Same].ShouldBe(4);
        _world.Cloud.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_changes_in_place_keeps_its_id_so_what_refers_to_it_does_not_change()
    {
        await CompareAsync([new("a"), new("b") { Refs = ["a"] }], [new("a") { Value = "2" }, new("b") { Refs = ["a"] }]);
        _world.ChangingSteps.ShouldBe(["update a"]);
    }

    [Fact]
    public async Task What_is_made_anew_gets_another_id_so_what_refers_to_it_changes_too()
    {
        Thing[] Program(string kind) =>
            [new("a") { Kind = kind }, new("b") { Refs = ["a"] }, new("c") { HardRefs = ["a"] }, new("d") { Refs = ["b"] }];

        await CompareAsync(Program("x"), Program("y"));

        _world.ChangingSteps.Where(s => !s.Contains("replace", StringComparison.Ordinal)).ShouldBe(["update b"]);
        _world.ChangingSteps.Where(s => s.StartsWith("replace ", StringComparison.Ordinal)).ShouldBe(["replace a", "replace c"]);
    }

    [Fact]
    public async Task A_component_of_what_is_made_anew_changes_too()
    {
        Thing[] Program(string kind) =>
            [
                new("a") { Kind = kind },
                new("b"),
                new("c") { Refs = ["a"], Options = Component },
                new("d") { Refs = ["b"], Options = Component },
            ];
        static ResourceGoal Component(ResourceGoal goal) => goal with { Custom = false };

        await CompareAsync(Program("x"), Program("y"));

        _world.ChangingSteps.ShouldBe(["create-replacement a", "replace a", "update c", "delete-replaced a"]);
    }

    [Fact]
    public async Task A_reference_to_something_else_is_a_change_although_both_ids_are_unknown()
    {
        await CompareAsync([new("a"), new("b"), new("c") { Refs = ["a"] }], [new("a"), new("b"), new("c") { Refs = ["b"] }]);
        _world.ChangingSteps.ShouldBe(["update c"]);
    }

    [Fact]
    public async Task A_renamed_resource_with_its_alias_is_still_the_same()
    {
        var renamed = new Thing("b") { Options = goal => goal with { Aliases = [new() { Urn = Thing.UrnOf("a") }] } };

        await CompareAsync([new("a"), new("c") { Refs = ["a"] }], [renamed, new("c") { Refs = ["b"] }]);

        _world.ChangingSteps.ShouldBeEmpty();
    }

    [Fact]
    public async Task New_and_removed_resources_are_created_and_deleted()
    {
        await CompareAsync([new("a"), new("old")], [new("a"), new("new") { Refs = ["a"] }]);
        _world.ChangingSteps.ShouldBe(["create new", "delete old"]);
    }

    [Fact]
    public async Task A_value_that_was_unknown_and_is_known_now_is_a_change()
    {
        static Thing With(PropertyValue value) => new("a") { Options = goal => goal with { Inputs = goal.Inputs.With("extra", value) } };

        await CompareAsync([With(PropertyValue.Computed)], [With("known")]);
        _world.ChangingSteps.ShouldBe(["update a"]);
        await CompareAsync([With("known")], [With(PropertyValue.Computed)]);
        _world.ChangingSteps.ShouldBe(["update a"]);
        await CompareAsync([With(new PropertySecret(PropertyValue.Computed))], [With(new PropertySecret(PropertyValue.Computed))]);
        _world.ChangingSteps.ShouldBeEmpty();
        await CompareAsync([With(new PropertySecret("x"))], [With(new PropertySecret("y"))]);
        _world.ChangingSteps.ShouldBe(["update a"]);
    }

    [Fact]
    public async Task A_program_that_refuses_says_why()
    {
        var refused = await Should.ThrowAsync<UserErrorException>(() => PlanAsync([new("a") { Value = "bad" }]));
        refused.Errors.ShouldHaveSingleItem().Message.ShouldContain("'bad' is not allowed");

        var crashed = await Should.ThrowAsync<UserErrorException>(() =>
            PastPlan.MakeAsync(
                Options,
                new FakeProviders(_world.Cloud),
                new FakeProgram([]) { ExitCode = 3 },
                ["oh"],
                new KnownSecrets(),
                default
            )
        );
        crashed.Errors.Select(e => e.Message).ShouldBe(["the program ended with exit code 3", "it printed: oh"]);
    }

    private static UpdateOptions Options { get; } =
        new()
        {
            Kind = UpdateKind.Up,
            Preview = true,
            BasisIsPlanned = true,
            Project = FakeProgram.Project,
            Stack = FakeProgram.Stack,
            ProgramDirectory = ".",
        };

    private Task<Snapshot> PlanAsync(Thing[] things) =>
        PastPlan.MakeAsync(Options, new FakeProviders(_world.Cloud), new FakeProgram(things), [], new KnownSecrets(), default);

    private async Task<UpdateResult> CompareAsync(Thing[] past, Thing[] present)
    {
        _world.State = await PlanAsync(past);
        var result = await _world.RunAsync(new FakeProgram(present), _ => Options);
        result.Succeeded.ShouldBeTrue(string.Join('\n', _world.Errors));
        return result;
    }
}
