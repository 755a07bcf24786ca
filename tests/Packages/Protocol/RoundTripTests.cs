using Google.Protobuf.WellKnownTypes;
using Pulumi.Protocol;
using Pulumirpc;

namespace Packages.Tests.Protocol;

public sealed class RoundTripTests
{
    [Fact]
    public async Task A_message_comes_back_as_it_went()
    {
        await using var echo = await EchoServer.StartAsync();
        var properties = Struct.Parser.ParseJson("""{ "text": "grüße", "number": 1.5, "list": [null, true, {"a": "b"}], "empty": {} }""");

        var answer = await echo.Register("web", properties);

        answer.Urn.ShouldBe("web");
        answer.Object.ShouldBe(properties);
    }

    [Fact]
    public async Task A_message_of_no_bytes_is_a_message()
    {
        await using var echo = await EchoServer.StartAsync(s =>
            s.Handle(ResourceMonitorService.SignalAndWaitForShutdown, (e, _) => Task.FromResult(e))
        );

        var answer = await echo.Channel.CallAsync(ResourceMonitorService.SignalAndWaitForShutdown, new Empty());

        answer.ShouldBe(new Empty());
    }

    [Theory]
    [InlineData(16 * 1024)]
    [InlineData(5 * 1024 * 1024)]
    [InlineData(64 * 1024 * 1024)]
    public async Task Big_messages_pass_both_ways(int length)
    {
        await using var echo = await EchoServer.StartAsync();

        var answer = await echo.Register(new string('x', length));

        answer.Urn.Length.ShouldBe(length);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(900)]
    public async Task Deeply_nested_values_pass(int depth)
    {
        await using var echo = await EchoServer.StartAsync();
        var value = Value.ForString("core");
        for (var i = 0; i < depth; i++)
        {
            value = Value.ForStruct(new Struct { Fields = { ["in"] = value } });
        }

        var answer = await echo.Register("deep", new Struct { Fields = { ["out"] = value } });

        var inner = answer.Object.Fields["out"];
        for (var i = 0; i < depth; i++)
        {
            inner = inner.StructValue.Fields["in"];
        }
        inner.StringValue.ShouldBe("core");
    }

    [Fact]
    public async Task A_thousand_calls_wait_at_the_same_time()
    {
        const int calls = 1000;
        var arrived = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var echo = await EchoServer.StartAsync(s => s.Handle(ResourceMonitorService.ReadResource, async (request, _) =>
            {
                if (Interlocked.Increment(ref arrived) == calls)
                {
                    all.SetResult();
                }
                await all.Task;
                return new ReadResourceResponse { Urn = request.Name };
            }));

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, calls)
                .Select(i => echo.Channel.CallAsync(ResourceMonitorService.ReadResource, new ReadResourceRequest { Name = $"r{i}" }))
        );

        answers.Select(a => a.Urn).ShouldBe(Enumerable.Range(0, calls).Select(i => $"r{i}"));
    }

    [Fact]
    public void A_server_that_was_not_started_has_no_address() =>
        Should.Throw<InvalidOperationException>(() => new GrpcServer().Address).Message.ShouldContain("StartAsync");

    [Theory]
    [InlineData("http://127.0.0.1:80")]
    [InlineData("127.0.0.1:80/path")]
    [InlineData("")]
    public void An_address_is_host_and_port(string address) =>
        Should.Throw<ArgumentException>(() => new PeerChannel(address)).Message.ShouldContain("Expected host:port");
}
