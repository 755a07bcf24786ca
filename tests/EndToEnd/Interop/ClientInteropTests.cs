using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Protocol;
using Pulumirpc;

namespace EndToEnd.Tests.Interop;

/// <summary>Our gRPC client against provider plugins, whose server is grpc-go.</summary>
public sealed class ClientInteropTests
{
    private const string Pet = "urn:pulumi:dev::interop::random:index/randomPet:RandomPet::pet";

    [SkippableFact]
    public async Task A_plugin_is_shaken_hands_with_configured_and_used()
    {
        using var plugin = await StartAsync();

        var check = await plugin.Channel.CallAsync(
            ResourceProviderService.Check,
            Check(new Struct { Fields = { ["length"] = Value.ForNumber(3) } })
        );
        check.Failures.ShouldBeEmpty();
        var create = await plugin.Channel.CallAsync(
            ResourceProviderService.Create,
            new CreateRequest
            {
                Urn = Pet,
                Name = "pet",
                Type = "random:index/randomPet:RandomPet",
                Properties = check.Inputs,
            }
        );

        create.Id.ShouldNotBeEmpty();
        create.Properties.Fields["length"].NumberValue.ShouldBe(3);
    }

    [SkippableFact]
    public async Task A_wrong_input_comes_back_as_a_failure_of_that_property()
    {
        using var plugin = await StartAsync();

        var check = await plugin.Channel.CallAsync(
            ResourceProviderService.Check,
            Check(new Struct { Fields = { ["lenght"] = Value.ForNumber(3) } })
        );

        check.Failures.Select(f => f.Property + f.Reason).ShouldContain(text => text.Contains("lenght"));
    }

    [SkippableFact]
    public async Task A_failed_create_has_the_plugins_message()
    {
        using var plugin = await StartAsync(("REHEARSAL_FAIL", "random:index/randomPet:RandomPet:create"));

        var error = await Should.ThrowAsync<RpcException>(() =>
            plugin.Channel.CallAsync(
                ResourceProviderService.Create,
                new CreateRequest
                {
                    Urn = Pet,
                    Name = "pet",
                    Type = "random:index/randomPet:RandomPet",
                    Properties = new Struct { Fields = { ["length"] = Value.ForNumber(2) } },
                }
            )
        );

        error.StatusCode.ShouldNotBe(StatusCode.Unavailable);
        error.Message.ShouldNotBeEmpty();
    }

    [SkippableFact]
    public async Task A_method_that_the_plugin_lacks_is_unimplemented()
    {
        using var plugin = await StartAsync();

        var error = await Should.ThrowAsync<RpcException>(() => plugin.Channel.CallAsync(EngineService.Log, new LogRequest()));

        error.StatusCode.ShouldBe(StatusCode.Unimplemented);
    }

    [SkippableFact]
    public async Task Five_hundred_resources_are_made_at_once()
    {
        using var plugin = await StartAsync(("REHEARSAL_DELAY_MS", "200"));

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 500)
                .Select(i =>
                    plugin.Channel.CallAsync(
                        ResourceProviderService.Create,
                        new CreateRequest
                        {
                            Urn = Pet + i,
                            Name = $"pet{i}",
                            Type = "random:index/randomPet:RandomPet",
                            Properties = new Struct { Fields = { ["length"] = Value.ForNumber(2) } },
                        }
                    )
                )
        );

        answers.ShouldAllBe(a => a.Id.Length > 0);
    }

    [SkippableFact]
    public async Task A_call_that_is_given_up_leaves_the_connection_usable()
    {
        using var plugin = await StartAsync(("REHEARSAL_DELAY_MS", "60000"));
        var slow = new CreateRequest
        {
            Urn = Pet,
            Name = "pet",
            Type = "random:index/randomPet:RandomPet",
            Properties = new Struct { Fields = { ["length"] = Value.ForNumber(2) } },
        };

        var late = await Should.ThrowAsync<RpcException>(() =>
            plugin.Channel.CallAsync(ResourceProviderService.Create, slow, new CallOptions(deadline: DateTime.UtcNow.AddMilliseconds(300)))
        );
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Should.ThrowAsync<OperationCanceledException>(() =>
            plugin.Channel.CallAsync(ResourceProviderService.Create, slow, new CallOptions(cancellationToken: cancel.Token))
        );

        late.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        (await plugin.Channel.CallAsync(ResourceProviderService.GetPluginInfo, new Empty())).Version.ShouldNotBeEmpty();
    }

    [SkippableFact]
    public async Task A_schema_of_megabytes_arrives()
    {
        using var plugin = await StartAsync();

        var answer = await plugin.Channel.CallAsync(ResourceProviderService.GetSchema, new GetSchemaRequest());

        answer.Schema.ShouldContain("random:index/randomPet:RandomPet");
    }

    private static CheckRequest Check(Struct inputs) =>
        new()
        {
            Urn = Pet,
            Name = "pet",
            Type = "random:index/randomPet:RandomPet",
            Olds = new Struct(),
            News = inputs,
        };

    private static async Task<PluginProcess> StartAsync(params (string, string)[] environment)
    {
        var plugin = PluginProcess.Start("random", "127.0.0.1:1", environment);
        var hands = await plugin.Channel.CallAsync(
            ResourceProviderService.Handshake,
            new ProviderHandshakeRequest { EngineAddress = "127.0.0.1:1" }
        );
        hands.ShouldNotBeNull();
        await plugin.Channel.CallAsync(
            ResourceProviderService.Configure,
            new ConfigureRequest
            {
                AcceptSecrets = true,
                AcceptResources = true,
                Args = new Struct(),
            }
        );
        return plugin;
    }
}
