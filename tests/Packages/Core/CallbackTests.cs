using System.Collections.Immutable;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi;
using Pulumi.Protocol;
using Pulumi.Serialization;
using Pulumirpc;

namespace Packages.Tests.Core;

public sealed class CallbackTests
{
    private static async Task<T> InvokeAsync<T>(Callback callback, IMessage request)
        where T : IMessage<T>, new()
    {
        using var channel = new PeerChannel(callback.Target);
        var response = await channel.CallAsync(
            CallbacksService.Invoke,
            new CallbackInvokeRequest { Token = callback.Token, Request = request.ToByteString() }
        );
        var message = new T();
        message.MergeFrom(response.Response);
        return message;
    }

    /// <summary>Calls back while the program waits for the engine to end, as an engine does for deletions.</summary>
    private static async Task<T> TransformAsync<T>(ResourceTransform transform, IMessage request)
        where T : class, IMessage<T>, new()
    {
        await using var engine = new FakeEngine();
        T? answer = null;
        engine.BeforeShutdown = async _ => answer = await InvokeAsync<T>(engine.Registered("thing").Transforms.Single(), request);
        await engine.RunAsync(() => new Thing("thing", new() { Size = 1 }, new() { ResourceTransforms = { transform } }));
        engine.Errors.ShouldBeEmpty();
        return answer.ShouldNotBeNull();
    }

    private static TransformRequest Request =>
        new()
        {
            Type = "test:index:Thing",
            Name = "thing",
            Custom = true,
            Properties = Wire.Struct([
                new("size", Value.ForNumber(1)),
                new("secret", Wire.Struct([new("deep", Wire.Secret(Value.ForString("s")))])),
            ]).StructValue,
            Options = new()
            {
                DependsOn = { "urn:pulumi:s::p::a:b:C::n" },
                Protect = true,
                IgnoreChanges = { "a" },
                Provider = "urn:pulumi:s::p::pulumi:providers:test::gadgets::g-1",
                CustomTimeouts = new() { Create = "1h30m" },
                Aliases =
                {
                    new Pulumirpc.Alias
                    {
                        Spec = new() { Name = "old", NoParent = true },
                    },
                },
            },
        };

    [Fact]
    public async Task A_transform_that_returns_nothing_changes_nothing()
    {
        var answer = await TransformAsync<TransformResponse>((_, _) => Task.FromResult<ResourceTransformResult?>(null), Request);

        (answer.Properties, answer.Options).ShouldBe((null, null));
    }

    [Fact]
    public async Task A_transform_sees_and_changes_properties_and_options()
    {
        var seen = (CustomResourceOptions?)null;

        var answer = await TransformAsync<TransformResponse>(
            (args, _) =>
            {
                seen = (CustomResourceOptions)args.Options;
                var options = CustomResourceOptions.Merge(seen, new() { IgnoreChanges = { "b" }, DeleteBeforeReplace = true });
                return Task.FromResult<ResourceTransformResult?>(new(args.Args.SetItem("size", (double)args.Args["size"]! + 1), options));
            },
            Request
        );

        seen!.CustomTimeouts!.Create.ShouldBe(TimeSpan.FromMinutes(90));
        answer.Properties.Fields["size"].NumberValue.ShouldBe(2);
        answer.Properties.Fields["secret"].ShouldBe(Request.Properties.Fields["secret"]);
        answer.Options.IgnoreChanges.ShouldBe(["a", "b"]);
        (answer.Options.Protect, answer.Options.DeleteBeforeReplace, answer.Options.HasRetainOnDelete).ShouldBe((true, true, false));
        (answer.Options.Provider, answer.Options.DependsOn.Single()).ShouldBe((Request.Options.Provider, "urn:pulumi:s::p::a:b:C::n"));
        (answer.Options.CustomTimeouts.Create, answer.Options.Aliases.Single()).ShouldBe(
            ("5400000000000ns", Request.Options.Aliases.Single())
        );
    }

    [Fact]
    public async Task Hooks_are_registered_before_the_resources_that_name_them_and_answer_with_their_error()
    {
        await using var engine = new FakeEngine();
        ResourceHookResponse? answer = null;
        ResourceHookArgs? seen = null;
        engine.BeforeShutdown = async _ =>
            answer = await InvokeAsync<ResourceHookResponse>(
                engine.Hooks.Single().Callback,
                new ResourceHookRequest
                {
                    Urn = "u",
                    Name = "thing",
                    NewInputs = new() { Fields = { ["size"] = Value.ForNumber(1) } },
                }
            );

        await engine.RunAsync(() =>
        {
            var hook = new ResourceHook(
                "check",
                (args, _) =>
                {
                    seen = args;
                    throw new InvalidOperationException("not today");
                },
                new() { OnDryRun = true }
            );
            _ = new Thing("thing", new() { Size = 1 }, new() { Hooks = new() { BeforeCreate = { hook } } });
        });

        engine.Registered("thing").Hooks.BeforeCreate.ShouldBe(["check"]);
        engine.Hooks.Single().OnDryRun.ShouldBeTrue();
        answer!.Error.ShouldBe("not today");
        (seen!.Name, seen.NewInputs!["size"], seen.OldInputs).ShouldBe(("thing", 1.0, null));
    }

    [Fact]
    public async Task An_unknown_token_is_refused()
    {
        await using var engine = new FakeEngine();
        RpcException? error = null;
        engine.BeforeShutdown = async _ =>
        {
            var callback = engine.Registered("thing").Transforms.Single();
            error = await Should.ThrowAsync<RpcException>(() =>
                InvokeAsync<TransformResponse>(new() { Target = callback.Target, Token = "other" }, new TransformRequest())
            );
        };

        await engine.RunAsync(() =>
            new Thing(
                "thing",
                new() { Size = 1 },
                new() { ResourceTransforms = { (_, _) => Task.FromResult<ResourceTransformResult?>(null) } }
            )
        );

        error!.StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("90s", 90.0)]
    [InlineData("1h1m1.5s", 3661.5)]
    [InlineData("250ms", 0.25)]
    [InlineData("1500000000ns", 1.5)]
    public void Durations_are_read_as_Go_writes_them(string text, double? seconds) =>
        GoDuration.Read(text)?.TotalSeconds.ShouldBe(seconds!.Value);

    [Fact]
    public async Task Transformations_in_process_run_from_the_resource_up_to_the_stack()
    {
        await using var engine = new FakeEngine();
        ResourceTransformation Tag(string tag) =>
            args =>
            {
                if (args.Args is not ThingArgs thing)
                    return null;
                thing.Tags[tag] = thing.Size.Apply(size => $"{size}");
                return new(new ThingArgs { Size = thing.Size.Apply(size => size + 1), Tags = thing.Tags }, args.Options);
            };

        await engine.RunStackAsync(() =>
            new Stack(
                () =>
                {
                    _ = new Thing("thing", new() { Size = 1 }, new() { ResourceTransformations = { Tag("own") } });
                    return Task.FromResult<IDictionary<string, object?>>(ImmutableDictionary<string, object?>.Empty);
                },
                new() { ResourceTransformations = { Tag("stack") } }
            )
        );

        WireValues.Text(Value.ForStruct(engine.Registered("thing").Object)).ShouldBe("{size:3,tags:{own:'1',stack:'2'}}");
    }
}
