using Engine.Events;
using Engine.Providers.Kubernetes.Readiness;
using Engine.State;
using Engine.Tests.Planning.Fakes;
using FsCheck;
using FsCheck.Fluent;

namespace Engine.Tests.Planning;

/// <summary>What holds for every program and every edit of it.</summary>
public sealed class RandomUpdateTests
{
    [Fact]
    public void Every_edit_arrives_and_a_second_run_has_nothing_to_do() => Check(50, async versions =>
        {
            var world = new World();
            foreach (var things in versions)
            {
                var before = world.State;
                (await world.UpAsync(things)).Succeeded.ShouldBeTrue(string.Join('\n', world.Errors));
                ShouldHaveArrived(world, things);
                DeletesShouldFollowDependents(world, before);

                (await world.UpAsync(things)).SnapshotChanged.ShouldBeFalse(string.Join('\n', world.ChangingSteps));
            }

            (await world.DestroyAsync()).Succeeded.ShouldBeTrue(string.Join('\n', world.Errors));
            world.Cloud.Objects.ShouldBeEmpty();
            world.State.Resources.ShouldBeEmpty();
        });

    [Fact]
    public void A_preview_plans_what_the_run_does() => Check(40, async versions =>
        {
            var world = new World();
            foreach (var things in versions)
            {
                var planned = (await world.PreviewAsync(things)).Changes;
                world.Journal.Entries.ShouldBeEmpty();
                var result = await world.UpAsync(things);
                // Whether one that exists is replaced may differ: values are unknown in a preview, and what no longer depends on a replaced
                // one may be met before it.
                planned.GetValueOrDefault(StepOp.Create).ShouldBe(result.Changes.GetValueOrDefault(StepOp.Create));
                planned.GetValueOrDefault(StepOp.Delete).ShouldBe(result.Changes.GetValueOrDefault(StepOp.Delete));
                planned.Values.Sum().ShouldBe(result.Changes.Values.Sum());
            }
        });

    [Fact]
    public void Killed_at_any_moment_the_next_run_ends_as_if_nothing_had_happened() => Check(8, async versions =>
        {
            var world = new World();
            foreach (var things in versions)
            {
                var before = world.State;
                (await world.UpAsync(things)).Succeeded.ShouldBeTrue();
                var journal = world.Journal.Entries;
                for (var killedAfter = 0; killedAfter < journal.Count; killedAfter++)
                {
                    var left = new SnapshotBuilder(before);
                    journal.Take(killedAfter + 1).ToList().ForEach(e => left.Apply(e.Entry));
                    // The world as it was when the entry was written, and as it was just before the next one: an operation may have been
                    // done or not.
                    foreach (
                        var outside in new[] { journal[killedAfter].World, journal[Math.Min(killedAfter + 1, journal.Count - 1)].World }
                    )
                    {
                        var recovered = new World(outside.Copy(), left.Build(null, null));
                        StateRules.Violations(recovered.State).ShouldBeEmpty();
                        (await recovered.UpAsync(things)).Succeeded.ShouldBeTrue(
                            $"killed after entry {killedAfter}: " + string.Join('\n', recovered.Errors)
                        );
                        ShouldHaveArrived(recovered, things);
                        (await recovered.UpAsync(things)).SnapshotChanged.ShouldBeFalse();
                    }
                }
            }
        });

    private static void Check(int runs, Func<Thing[][], Task> property) =>
        FsCheck.Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(runs),
            Prop.ForAll(ThingGraphs.Edits(), versions => property(versions).GetAwaiter().GetResult())
        );

    private static void ShouldHaveArrived(World world, IReadOnlyList<Thing> things)
    {
        StateRules.Violations(world.State).ShouldBeEmpty();
        world.State.PendingOperations.ShouldBeEmpty();
        var resources = world.State.Resources.Where(r => r.Type == FakeProgram.Type).ToDictionary(r => r.Urn.Name);
        resources.Keys.Order().ShouldBe(things.Select(t => t.Name).Order());
        world.Cloud.Objects.Keys.Order().ShouldBe(resources.Values.Select(r => r.Id!).Order());
        foreach (var thing in things)
        {
            var found = world.Cloud.Objects[resources[thing.Name].Id!];
            found.GetText("value").ShouldBe(thing.Value);
            found.GetText("kind").ShouldBe(thing.Kind);
            found.ShouldBe(resources[thing.Name].Outputs);
        }
    }

    private static void DeletesShouldFollowDependents(World world, Snapshot before)
    {
        var gone = new List<ResourceState>();
        foreach (var step in world.Events.OfType<StepSucceeded>().Select(e => e.Step).Where(s => s.Op is StepOp.Delete))
        {
            gone.Add(step.Old!);
        }

        var order = gone.Select((state, at) => (state.Urn, at)).ToDictionary(p => p.Urn, p => p.at);
        foreach (var state in gone)
        {
            ResourceReferences.Of(state).Where(order.ContainsKey).ShouldAllBe(urn => order[urn] > order[state.Urn]);
        }

        before.Resources.Count(r => r.Delete).ShouldBe(0);
    }
}
