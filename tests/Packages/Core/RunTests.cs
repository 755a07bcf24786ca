using Grpc.Core;
using Pulumi;
using Pulumi.Protocol;

namespace Packages.Tests.Core;

public sealed class RunTests
{
    [Fact]
    public async Task A_run_registers_the_stack_its_resources_and_its_outputs_and_waits_for_the_engine()
    {
        await using var engine = new FakeEngine();

        var code = await engine.RunAsync(() =>
            new Dictionary<string, object?> { ["size"] = new Thing("thing", new() { Size = 3 }).Size, ["none"] = null }
        );

        code.ShouldBe(0);
        engine.Registrations.Select(request => request.Type).ShouldBe(["pulumi:pulumi:Stack", "test:index:Thing"]);
        engine.Registered("thing").Parent.ShouldBe(FakeEngine.Urn("pulumi:pulumi:Stack", "p-s"));
        engine.StackOutputs.ToString().ShouldBe("{ \"size\": 3 }");
        engine.Signals.ShouldBe(1);
    }

    [Fact]
    public async Task Features_are_asked_once_and_only_when_used()
    {
        await using var engine = new FakeEngine();

        await engine.RunAsync(() =>
        {
            var first = new Thing("first", new() { Size = 1 });
            _ = new Thing("second", new() { Size = 1 }, new() { DeletedWith = first });
        });

        engine.Features.Order().ShouldBe(["aliasSpecs", "deletedWith", "resourceReferences"]);
    }

    [Fact]
    public async Task A_failing_program_is_reported_and_exits_with_32()
    {
        await using var engine = new FakeEngine();

        (await engine.RunAsync(() => throw new RunException("the settings are wrong"))).ShouldBe(32);

        engine.Errors.ShouldBe(["the settings are wrong"]);
        engine.Signals.ShouldBe(0);
    }

    [Fact]
    public async Task An_unexpected_exception_is_shown_with_the_frames_of_the_program_only()
    {
        await using var engine = new FakeEngine();

        await engine.RunAsync(() => throw new InvalidOperationException("broken"));

        engine.Errors.Single().ShouldContain("System.InvalidOperationException: broken");
        engine.Errors.Single().ShouldContain($"{nameof(RunTests)}.cs:");
        engine.Errors.Single().ShouldNotContain("TaskRunner");
    }

    [Fact]
    public async Task An_error_that_is_only_logged_exits_with_1()
    {
        await using var engine = new FakeEngine();

        (await engine.RunAsync(() => Log.Error("bad"))).ShouldBe(1);

        engine.Errors.ShouldBe(["bad"]);
    }

    [Fact]
    public async Task Messages_keep_their_order_and_name_their_resource()
    {
        await using var engine = new FakeEngine();

        await engine.RunAsync(() =>
        {
            Log.Warn("first", new Thing("thing", new() { Size = 1 }));
            Log.Info("second", streamId: 7, ephemeral: true);
        });

        engine
            .Logs.Select(log => (log.Message, log.Urn, log.StreamId, log.Ephemeral))
            .ShouldBe([("first", FakeEngine.Urn("test:index:Thing", "thing"), 0, false), ("second", "", 7, true)]);
    }

    [Fact]
    public async Task Missing_arguments_of_all_resources_are_named_at_once_with_their_place()
    {
        await using var engine = new FakeEngine();

        var code = await engine.RunAsync(() =>
        {
            _ = new Thing("one");
            _ = new Thing(
                "two",
                new()
                {
                    Size = 1,
                    Parts =
                    {
                        new PartArgs(),
                        new PartArgs { Name = "n" },
                        new PartArgs(),
                    },
                }
            );
        });

        code.ShouldBe(32);
        engine.Errors.Length.ShouldBe(2);
        engine.Errors[0].ShouldContain("RunTests.cs:");
        engine.Errors[0].ShouldContain("test:index:Thing 'one': a required argument is missing\n    size: set ThingArgs.Size");
        engine
            .Errors[1]
            .ShouldContain("2 required arguments are missing\n    parts[0].name: set PartArgs.Name\n    parts[2].name: set PartArgs.Name");
        engine.Registrations.ShouldNotContain(request => request.Name == "one");
    }

    [Fact]
    public async Task A_value_that_cannot_be_sent_is_named_with_resource_and_path()
    {
        await using var engine = new FakeEngine();

        await engine.RunAsync(() =>
            new Thing(
                "thing",
                new()
                {
                    Size = 1,
                    Anything = new Dictionary<string, object?> { ["amount"] = 5L },
                }
            )
        );

        engine.Errors.Single().ShouldStartWith("test:index:Thing 'thing': anything.amount: A System.Int64 has no form on the wire.");
    }

    [Fact]
    public async Task An_exception_in_an_apply_fails_the_run()
    {
        await using var engine = new FakeEngine();

        (
            await engine.RunAsync(() => new Thing("thing", new() { Size = 1 }).Size.Apply(int (_) => throw new RunException("in apply")))
        ).ShouldBe(32);

        engine.Errors.ShouldBe(["in apply"]);
    }

    [Fact]
    public async Task A_refusal_of_the_engine_is_reported_with_the_resource()
    {
        await using var engine = new FakeEngine();
        engine.Answer = request =>
            request.Name == "bad" ? throw new RpcException(new Status(StatusCode.InvalidArgument, "not like this")) : null;

        (await engine.RunAsync(() => new Thing("bad", new() { Size = 1 }))).ShouldBe(32);

        engine.Errors.ShouldBe(["test:index:Thing 'bad': not like this"]);
    }

    [Fact]
    public async Task An_engine_that_shuts_down_has_told_why_itself()
    {
        await using var engine = new FakeEngine();
        engine.Answer = request =>
            request.Name == "bad" ? throw new RpcException(new Status(StatusCode.Unavailable, "the monitor shut down")) : null;

        (await engine.RunAsync(() => new Thing("bad", new() { Size = 1 }))).ShouldBe(32);

        engine.Errors.ShouldBeEmpty();
    }

    [Fact]
    public void A_program_that_no_engine_started_says_how_to_start_it()
    {
        var error = Should.Throw<RunException>(() => EngineEnvironment.Read(name => name == "PULUMI_STACK" ? "dev" : null));

        error.Message.ShouldContain("PULUMI_MONITOR");
        error.Message.ShouldContain("pulumi preview");
        error.Message.ShouldNotContain("PULUMI_STACK");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    public void No_configuration_may_be_written_in_several_ways(string? json) => EngineEnvironment.ReadConfig(json).ShouldBeEmpty();

    [Fact]
    public void Configuration_that_is_no_json_is_not_shown() =>
        Should.Throw<RunException>(() => EngineEnvironment.ReadConfig("[\"hunter2\"]")).Message.ShouldNotContain("hunter2");

    private sealed class Incomplete : Stack
    {
        [Output]
        public Output<string>? Forgotten { get; private set; }

        [Output("renamed")]
        public Output<string>? AlsoForgotten { get; private set; }

        [Output]
        public Output<string> Set { get; private set; } = Output.Create("x");
    }

    [Fact]
    public async Task Outputs_of_a_stack_class_that_were_not_set_are_all_named()
    {
        await using var engine = new FakeEngine();

        (await engine.RunStackAsync(ProgramRun.Typed(() => new Incomplete()))).ShouldBe(32);

        engine.Errors.Single().ShouldContain("'Forgotten', 'renamed'");
    }
}
