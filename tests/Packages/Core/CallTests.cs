using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumi.Protocol;
using Pulumi.Serialization;

namespace Packages.Tests.Core;

public sealed class CallTests
{
    private sealed class FindArgs : CallArgs
    {
        [Input("name")]
        public Input<string>? Name { get; set; }
    }

    private sealed class LookupArgs : InvokeArgs
    {
        [Input("name")]
        public Input<string>? Name { get; set; }
    }

    [Fact]
    public async Task A_function_is_not_called_while_an_argument_is_unknown()
    {
        await using var engine = new FakeEngine { IsDryRun = true };

        await engine.RunAsync(() =>
        {
            var thing = new Thing("thing", new() { Size = 1 });
            var result = Deployment.Instance.InvokeSingle<string>("test:index:lookup", new LookupArgs { Name = thing.Id });
            return new Dictionary<string, object?> { ["result"] = result };
        });

        engine.Invokes.ShouldBeEmpty();
        engine.StackOutputs.Fields["result"].StringValue.ShouldBe(WireSignatures.Unknown);
    }

    [Fact]
    public async Task The_result_depends_on_what_the_arguments_came_from()
    {
        await using var engine = new FakeEngine();
        engine.AnswerInvoke = request =>
            new() { Return = new() { Fields = { ["value"] = Value.ForString("found " + request.Args.Fields["name"].StringValue) } } };

        await engine.RunAsync(() =>
        {
            var thing = new Thing("thing", new() { Size = 1 });
            var result = Deployment.Instance.InvokeSingle<string>("test:index:lookup", new LookupArgs { Name = thing.Id });
            _ = new Thing("after", new() { Size = 1, Colour = result });
        });

        engine.Registered("after").Object.Fields["colour"].StringValue.ShouldBe("found id-of-thing");
        engine.Registered("after").Dependencies.ShouldBe([FakeEngine.Urn("test:index:Thing", "thing")]);
    }

    [Fact]
    public async Task Refused_arguments_are_all_named()
    {
        await using var engine = new FakeEngine();
        engine.AnswerInvoke = _ =>
            new()
            {
                Failures =
                {
                    new Pulumirpc.CheckFailure { Property = "name", Reason = "is too long" },
                    new Pulumirpc.CheckFailure { Reason = "no access" },
                },
            };

        (await engine.RunAsync(() => Deployment.Instance.Invoke<object>("test:index:lookup", new LookupArgs { Name = "n" }))).ShouldBe(32);

        engine.Errors.Single().ShouldBe("The call of test:index:lookup was refused by its provider:\n    name: is too long\n    no access");
    }

    [Fact]
    public async Task A_method_is_told_its_resource_and_what_its_arguments_depend_on()
    {
        await using var engine = new FakeEngine();

        await engine.RunAsync(() =>
        {
            var thing = new Thing("thing", new() { Size = 1 });
            Deployment.Instance.Call<object>("test:index:Thing/find", new FindArgs { Name = Output.CreateSecret("s") }, thing);
        });

        var call = engine.Calls.Single();
        WireValues
            .Text(call.Args.Fields["name"])
            .ShouldBe($"{{{WireSignatures.Key}:'{WireSignatures.OutputValue}',secret:true,value:'s'}}");
        call.Args.Fields["__self__"].StructValue.Fields["id"].StringValue.ShouldBe("id-of-thing");
        call.ArgDependencies["__self__"].Urns.ShouldBe([FakeEngine.Urn("test:index:Thing", "thing")]);
    }
}
