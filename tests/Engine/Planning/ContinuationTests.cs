using Engine.Contract;
using Engine.Events;
using Engine.Planning.Registration;
using Engine.State;
using Engine.Tests.Planning.Fakes;
using Engine.Values;

namespace Engine.Tests.Planning;

/// <summary>Going on after an error: what needs what has failed is skipped, and what was there stays.</summary>
public sealed class ContinuationTests
{
    private readonly World _world = new();

    [Fact]
    public async Task What_needs_something_skipped_is_skipped_too_and_each_says_why()
    {
        _world.Cloud.Failing["a"] = "no space left";
        var result = await GoOnAsync(new("a") { Fixed = "a" }, new("b") { DependsOn = ["a"] }, new("c") { DependsOn = ["b"] }, new("d"));

        result.Succeeded.ShouldBeFalse();
        _world.ChangingSteps.ShouldBe(["create d"]);
        Warnings()
            .ShouldBe(
                [
                    "skipped: it depends on 'a', which has failed or was skipped",
                    "skipped: it depends on 'b', which has failed or was skipped",
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task Children_of_what_has_failed_are_skipped()
    {
        _world.Cloud.Failing["a"] = "no space left";
        await GoOnAsync(new("a") { Fixed = "a" }, new("b") { Parent = "a" });

        _world.ChangingSteps.ShouldBeEmpty();
        Warnings().ShouldBe(["skipped: it depends on 'a', which has failed or was skipped"]);
    }

    [Fact]
    public async Task What_a_failed_provider_would_manage_is_skipped()
    {
        RegistrationResult? managed = null;
        var program = new FakeProgram([new("other")])
        {
            Then = async (session, root) =>
            {
                var provider = await session.RegisterAsync(
                    new ResourceGoal
                    {
                        Type = "pulumi:providers:nothing",
                        Name = "broken",
                        Custom = true,
                        Parent = root,
                        SupportsResultReporting = true,
                    }
                );
                managed = await session.RegisterAsync(
                    new ResourceGoal
                    {
                        Type = FakeProgram.Type,
                        Name = "a",
                        Custom = true,
                        Parent = root,
                        Inputs = PropertyMap.Of(("value", "1"), ("kind", "x")),
                        Provider = new ProviderReference(provider.State.Urn, provider.State.Id),
                        SupportsResultReporting = true,
                    }
                );
            },
        };

        (await _world.RunAsync(program, o => o with { ContinueOnError = true })).Succeeded.ShouldBeFalse();

        managed!.Outcome.ShouldBe(RegistrationOutcome.Skip);
        _world.ChangingSteps.ShouldBe(["create other"]);
        Warnings().ShouldBe(["skipped: it depends on 'broken', which has failed or was skipped"]);
    }

    [Fact]
    public async Task What_has_failed_or_was_skipped_stays_as_it_was_with_all_that_it_needs()
    {
        await _world.UpAsync(new Thing("a") { Fixed = "a" }, new("b") { Fixed = "b", Refs = ["a"] }, new("gone") { Fixed = "gone" });
        _world.Cloud.Failing["a"] = "no space left";

        await GoOnAsync(
            new("a") { Fixed = "a", Value = "2" },
            new("b")
            {
                Fixed = "b",
                Value = "2",
                Refs = ["a"],
            }
        );

        _world.Cloud.Objects.Keys.ShouldBe(["a", "b", "gone"], ignoreOrder: true);
        _world.Resource("a").Inputs.GetText("value").ShouldBe("1");
        _world.Resource("b").Inputs.GetText("value").ShouldBe("1");
        StateRules.Violations(_world.State).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_program_that_cannot_be_told_about_failures_is_stopped_by_the_first()
    {
        _world.Cloud.Failing["a"] = "no space left";
        var answered = false;
        var program = new FakeProgram([])
        {
            Then = async (session, root) =>
            {
                await session.RegisterAsync(
                    new ResourceGoal
                    {
                        Type = FakeProgram.Type,
                        Name = "a",
                        Custom = true,
                        Parent = root,
                        Inputs = PropertyMap.Of(("name", "a"), ("value", "1"), ("kind", "x")),
                    }
                );
                answered = true;
            },
        };

        (await _world.RunAsync(program, o => o with { ContinueOnError = true })).Succeeded.ShouldBeFalse();
        answered.ShouldBeFalse("it would take the failure for a resource");
    }

    private Task<UpdateResult> GoOnAsync(params Thing[] things) =>
        _world.RunAsync(new FakeProgram(things), o => o with { ContinueOnError = true });

    private IEnumerable<string> Warnings() =>
        _world.Events.OfType<Diagnostic>().Where(d => d.Severity == Severity.Warning).Select(d => d.Message);
}
