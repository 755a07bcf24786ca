using Engine.Events;
using Engine.Execution;
using Engine.Planning;
using Engine.Server;
using Engine.State;
using Engine.Tests.Planning.Fakes;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Protocol;
using Pulumirpc;

namespace Engine.Tests.Server;

/// <summary>A program over the wire: the services as an SDK uses them.</summary>
public sealed class ServedProgramTests
{
    private static readonly string Root = Urn.OfStack(FakeProgram.Stack, FakeProgram.Project).Value;
    private readonly World _world = new();

    [Fact]
    public async Task Registers_over_the_wire_and_waits_for_the_end()
    {
        RegisterResourceResponse? a = null;
        var result = await RunAsync(async monitor =>
        {
            (
                await monitor.CallAsync(ResourceMonitorService.SupportsFeature, new SupportsFeatureRequest { Id = "transforms" })
            ).HasSupport.ShouldBeTrue();
            (
                await monitor.CallAsync(ResourceMonitorService.SupportsFeature, new SupportsFeatureRequest { Id = "nonsense" })
            ).HasSupport.ShouldBeFalse();
            await RegisterStackAsync(monitor);
            a = await monitor.CallAsync(ResourceMonitorService.RegisterResource, Thing("a"));
            await monitor.CallAsync(ResourceMonitorService.SignalAndWaitForShutdown, new Empty());
            return 0;
        });

        result.Succeeded.ShouldBeTrue(string.Join('\n', _world.Errors));
        a!.Id.ShouldBe("a");
        a.Object.Fields["value"].StringValue.ShouldBe("1");
        _world.ChangingSteps.ShouldBe(["create a"]);
    }

    [Fact]
    public async Task Outputs_that_are_not_known_yet_are_left_out_in_a_preview()
    {
        await RunAsync(
            async monitor =>
            {
                await RegisterStackAsync(monitor);
                var a = await monitor.CallAsync(ResourceMonitorService.RegisterResource, Thing("a"));
                a.Id.ShouldBeEmpty();
                a.Object.Fields.Keys.ShouldContain("value");
                a.Object.Fields.Keys.ShouldNotContain("id");
                return 0;
            },
            o => o with { Preview = true }
        );
    }

    [Fact]
    public async Task Secrets_go_back_as_secrets_to_those_who_take_them_and_are_stored_as_such()
    {
        await RunAsync(async monitor =>
        {
            await RegisterStackAsync(monitor);
            var request = Thing("a");
            request.Object.Fields["token"] = WireValues.ToValue(new PropertySecret("s3cret"), new WireOptions(true, true));
            var taking = await monitor.CallAsync(ResourceMonitorService.RegisterResource, request);
            taking.Object.Fields["token"].StructValue.Fields[Sentinels.SignatureKey].StringValue.ShouldBe(Sentinels.Secret);

            request = Thing("b");
            request.AcceptSecrets = false;
            request.Object.Fields["token"] = WireValues.ToValue(new PropertySecret("s3cret"), new WireOptions(true, true));
            (await monitor.CallAsync(ResourceMonitorService.RegisterResource, request))
                .Object.Fields["token"]
                .StringValue.ShouldBe("s3cret");
            return 0;
        });
        _world.Resource("a").Outputs.Get("token").ShouldBe(new PropertySecret("s3cret"));
        string.Join('\n', _world.Events).ShouldNotContain("s3cret");
    }

    [Fact]
    public async Task A_failed_step_ends_waiting_calls_as_unavailable()
    {
        _world.Cloud.Failing["a"] = "refused";
        RpcException? thrown = null;
        var result = await RunAsync(async monitor =>
        {
            await RegisterStackAsync(monitor);
            thrown = await Should.ThrowAsync<RpcException>(() => monitor.CallAsync(ResourceMonitorService.RegisterResource, Thing("a")));
            await monitor.CallAsync(
                EngineService.Log,
                new LogRequest { Severity = LogSeverity.Error, Message = "unhandled: " + thrown.Message }
            );
            return ProgramExit.AlreadyReported;
        });
        result.Succeeded.ShouldBeFalse();
        thrown!.StatusCode.ShouldBe(StatusCode.Unavailable);
        _world.Errors.ShouldBe(["refused"]);
    }

    [Fact]
    public async Task Transforms_of_the_resource_come_before_those_of_its_parents()
    {
        var seen = new List<string>();
        await using var callbacks = new GrpcServer().Handle(CallbacksService.Invoke, (request, _) =>
        {
            var transform = TransformRequest.Parser.ParseFrom(request.Request);
            lock (seen)
            {
                seen.Add($"{request.Token} {transform.Name}");
            }

            transform.Properties.Fields["value"] = Value.ForString(
                transform.Properties.Fields.TryGetValue("value", out var v) ? v.StringValue + request.Token : ""
            );
            var response = new TransformResponse { Properties = transform.Properties, Options = transform.Options };
            return Task.FromResult(new CallbackInvokeResponse { Response = Google.Protobuf.MessageExtensions.ToByteString(response) });
        });
        await callbacks.StartAsync();

        await RunAsync(async monitor =>
        {
            await RegisterStackAsync(monitor, new Callback { Target = callbacks.Address, Token = "stack" });
            var request = Thing("a");
            request.Transforms.Add(new Callback { Target = callbacks.Address, Token = "own" });
            (await monitor.CallAsync(ResourceMonitorService.RegisterResource, request))
                .Object.Fields["value"]
                .StringValue.ShouldBe("1ownstack");
            return 0;
        });
        seen.ShouldBe([$"stack {FakeProgram.Project}-{FakeProgram.Stack}", "own a", "stack a"]);
    }

    [Fact]
    public async Task Get_resource_finds_what_this_run_has_registered()
    {
        await RunAsync(async monitor =>
        {
            await RegisterStackAsync(monitor);
            var a = await monitor.CallAsync(ResourceMonitorService.RegisterResource, Thing("a"));
            var ask = new ResourceInvokeRequest
            {
                Tok = "pulumi:pulumi:getResource",
                Args = new Struct { Fields = { ["urn"] = Value.ForString(a.Urn) } },
            };
            var found = await monitor.CallAsync(ResourceMonitorService.Invoke, ask);
            found.Return.Fields["id"].StringValue.ShouldBe("a");
            found.Return.Fields["state"].StructValue.Fields["value"].StringValue.ShouldBe("1");
            ask.Args.Fields["urn"] = Value.ForString("urn:pulumi:dev::proj::test:index:Thing::other");
            (await Should.ThrowAsync<RpcException>(() => monitor.CallAsync(ResourceMonitorService.Invoke, ask))).Message.ShouldContain(
                "other"
            );
            return 0;
        });
    }

    [Fact]
    public async Task The_required_version_is_checked()
    {
        await RunAsync(async monitor =>
        {
            await monitor.CallAsync(
                EngineService.RequirePulumiVersion,
                new RequirePulumiVersionRequest { PulumiVersionRange = ">=3.100.0 <4.0.0" }
            );
            var thrown = await Should.ThrowAsync<RpcException>(() =>
                monitor.CallAsync(EngineService.RequirePulumiVersion, new RequirePulumiVersionRequest { PulumiVersionRange = ">=99.0.0" })
            );
            thrown.Message.ShouldContain(">=99.0.0");
            return 0;
        });
    }

    [Fact]
    public async Task A_crashed_program_deletes_nothing_and_is_told_with_its_exit_code()
    {
        await _world.UpAsync(new Engine.Tests.Planning.Fakes.Thing("a"));
        var result = await RunAsync(async monitor =>
        {
            await RegisterStackAsync(monitor);
            return 134;
        });
        result.Succeeded.ShouldBeFalse();
        _world.ChangingSteps.ShouldBeEmpty();
        _world.Errors.ShouldHaveSingleItem().ShouldContain("134");
    }

    [Fact]
    public async Task Hundreds_of_registrations_may_wait_at_once()
    {
        var result = await RunAsync(async monitor =>
        {
            await RegisterStackAsync(monitor);
            var responses = await Task.WhenAll(
                Enumerable.Range(0, 600).Select(i => monitor.CallAsync(ResourceMonitorService.RegisterResource, Thing($"t{i}")))
            );
            responses.Length.ShouldBe(600);
            await monitor.CallAsync(ResourceMonitorService.SignalAndWaitForShutdown, new Empty());
            return 0;
        });
        result.Changes[StepOp.Create].ShouldBe(601);
        StateRules.Violations(_world.State).ShouldBeEmpty();
    }

    private Task<UpdateResult> RunAsync(Func<PeerChannel, Task<int>> program, Func<UpdateOptions, UpdateOptions>? change = null) =>
        _world.RunAsync(new ServedProgram(new WireProgram(program)), change ?? (o => o));

    private static Task<RegisterResourceResponse> RegisterStackAsync(PeerChannel monitor, params Callback[] transforms) =>
        monitor.CallAsync(
            ResourceMonitorService.RegisterResource,
            new RegisterResourceRequest
            {
                Type = Urn.StackType,
                Name = $"{FakeProgram.Project}-{FakeProgram.Stack}",
                Object = new Struct(),
                Transforms = { transforms },
            }
        );

    private static RegisterResourceRequest Thing(string name) =>
        new()
        {
            Type = FakeProgram.Type,
            Name = name,
            Custom = true,
            Parent = Root,
            AcceptSecrets = true,
            AcceptResources = true,
            Object = new Struct
            {
                Fields =
                {
                    ["name"] = Value.ForString(name),
                    ["value"] = Value.ForString("1"),
                    ["kind"] = Value.ForString("x"),
                },
            },
        };

    private sealed class WireProgram(Func<PeerChannel, Task<int>> body) : IProgram
    {
        public async Task<ProgramExit> RunAsync(ProgramStart start, CancellationToken cancellation)
        {
            using var channel = new PeerChannel(start.MonitorAddress);
            return new ProgramExit(await body(channel));
        }
    }
}
