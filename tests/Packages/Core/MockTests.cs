using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace Packages.Tests.Core;

public sealed class MockTests
{
    private sealed class Mocks : IMocks
    {
        public ConcurrentQueue<MockResourceArgs> Resources { get; } = new();

        public ConcurrentQueue<MockRegisterResourceOutputsRequest> Outputs { get; } = new();

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            Resources.Enqueue(args);
            return Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs.SetItem("size", 7)));
        }

        public Task<object> CallAsync(MockCallArgs args) =>
            Task.FromResult<object>(new Dictionary<string, object> { ["answer"] = args.Args.Count });

        public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
        {
            Outputs.Enqueue(args);
            return Task.CompletedTask;
        }
    }

    private static readonly TestOptions Run = new() { IsPreview = false };

    [Fact]
    public async Task Mocks_see_plain_inputs_and_give_ids_and_outputs()
    {
        var mocks = new Mocks();
        var size = 0;

        var resources = await Deployment.TestAsync(mocks, Run, () =>
        {
            var thing = new Thing(
                "thing",
                new()
                {
                    Size = 1,
                    Colour = Output.CreateSecret("red"),
                    Anything = Output.Unknown<object>("x"),
                }
            );
            _ = thing.Size.Apply(value => size = value);
        });

        var seen = mocks.Resources.Single();
        (seen.Type, seen.Name, seen.Id, seen.Provider).ShouldBe(("test:index:Thing", "thing", "", ""));
        seen.Inputs.OrderBy(input => input.Key).ShouldBe([new("colour", "red"), new("size", 1.0)]);
        resources.Single().ShouldBeOfType<Thing>();
        size.ShouldBe(7);
    }

    [Fact]
    public async Task Outputs_of_components_are_told_with_their_secretness()
    {
        var mocks = new Mocks();

        var (_, outputs) = await Deployment.TestAsync(mocks, Run, () =>
            new Dictionary<string, object?> { ["key"] = Output.CreateSecret("k") }
        );

        var told = await mocks.Outputs.Single().Outputs["key"].DataTask;
        (told.Value, told.IsSecret).ShouldBe(("k", true));
        outputs.Keys.ShouldBe(["key"]);
    }

    [Fact]
    public async Task A_program_that_fails_fails_its_test()
    {
        (
            await Should.ThrowAsync<RunException>(() =>
                Deployment.TestAsync(new Mocks(), Run, (Action)(() => throw new RunException("wrong")))
            )
        ).Message.ShouldBe("wrong");
        (await Should.ThrowAsync<AggregateException>(() => Deployment.TestAsync(new Mocks(), Run, () =>
                {
                    Log.Error("one");
                    Log.Error("two");
                }))).InnerExceptions.Select(inner => inner.Message).ShouldBe(["one", "two"]);
    }

    [Fact]
    public async Task Settings_have_defaults_and_the_root_directory_has_none()
    {
        await Deployment.TestAsync(new EmptyMocks(), new TestOptions(), () =>
        {
            var instance = Deployment.Instance;
            (instance.ProjectName, instance.StackName, instance.OrganizationName, instance.IsDryRun).ShouldBe(
                ("project", "stack", "organization", true)
            );
            Should.Throw<InvalidOperationException>(() => instance.RootDirectory);
        });
    }

    [Fact]
    public async Task Tests_at_the_same_time_do_not_meet()
    {
        var names = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(async i =>
                {
                    var (_, outputs) = await Deployment.TestAsync(new Mocks(), new TestOptions { StackName = $"s{i}" }, async () =>
                    {
                        await Task.Yield();
                        return new Dictionary<string, object?> { ["stack"] = Deployment.Instance.StackName };
                    });
                    return (string)outputs["stack"]!;
                })
        );

        names.ShouldBe(Enumerable.Range(0, 20).Select(i => $"s{i}"));
    }

    [Fact]
    public async Task Thousands_of_resources_end_in_one_go()
    {
        var mocks = new Mocks();

        var resources = await Deployment.TestAsync(mocks, Run, () =>
        {
            var first = new Thing("first", new() { Size = 1 });
            var group = new Group("group", children: self =>
                Enumerable.Range(0, 2000).Select(i => new Thing($"t{i}", new() { Size = first.Size }, new() { Parent = self }))
            );
            _ = new Thing("last", new() { Size = 1 }, new() { DependsOn = { group } });
        });

        resources.Length.ShouldBe(2003);
    }

    [Fact]
    public void Outside_of_a_run_resources_say_what_is_missing() =>
        Should.Throw<InvalidOperationException>(() => new Thing("thing", new() { Size = 1 })).Message.ShouldContain("Deployment.TestAsync");

    [Fact]
    public async Task Empty_mocks_give_back_the_inputs()
    {
        ImmutableDictionary<string, string>? tags = null;

        await Deployment.TestAsync(new EmptyMocks(), Run, () =>
        {
            _ = new Thing("thing", new() { Size = 1, Tags = { ["a"] = "b" } }).Tags.Apply(value => tags = value);
        });

        tags!["a"].ShouldBe("b");
    }
}
