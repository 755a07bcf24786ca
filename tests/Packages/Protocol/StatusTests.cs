using Pulumi.Protocol;
using Pulumirpc;

namespace Packages.Tests.Protocol;

public sealed class StatusTests
{
    [Fact]
    public async Task An_error_keeps_its_code_message_and_details()
    {
        var thrown = new GrpcException(
            GrpcStatusCode.FailedPrecondition,
            "größer als 100 %\nsecond line",
            new ErrorResourceInitFailed { Id = "ns/web", Reasons = { "not ready", "timed out" } },
            new ErrorCause { Message = "cause" }
        );
        await using var echo = await EchoServer.StartAsync(s =>
            s.Handle<ReadResourceRequest, ReadResourceResponse>(ResourceMonitorService.ReadResource, (_, _) => throw thrown)
        );

        var error = await Should.ThrowAsync<GrpcException>(() =>
            echo.Channel.CallAsync(ResourceMonitorService.ReadResource, new ReadResourceRequest())
        );

        error.Code.ShouldBe(GrpcStatusCode.FailedPrecondition);
        error.Message.ShouldBe(thrown.Message);
        error.Detail<ErrorResourceInitFailed>()!.Reasons.ShouldBe(["not ready", "timed out"]);
        error.Detail<ErrorCause>()!.Message.ShouldBe("cause");
        error.Detail<ConfigureErrorMissingKeys>().ShouldBeNull();
    }

    [Fact]
    public async Task Details_of_many_kilobytes_arrive()
    {
        var reason = new string('r', 200_000);
        await using var echo = await EchoServer.StartAsync(s =>
            s.Handle<ReadResourceRequest, ReadResourceResponse>(ResourceMonitorService.ReadResource, (_, _) =>
                throw new GrpcException(GrpcStatusCode.Aborted, "big", new ErrorResourceInitFailed { Reasons = { reason } })
            )
        );

        var error = await Should.ThrowAsync<GrpcException>(() =>
            echo.Channel.CallAsync(ResourceMonitorService.ReadResource, new ReadResourceRequest())
        );

        error.Detail<ErrorResourceInitFailed>()!.Reasons.Single().ShouldBe(reason);
    }

    [Fact]
    public async Task An_exception_of_a_handler_is_unknown_with_its_message()
    {
        await using var echo = await EchoServer.StartAsync(s =>
            s.Handle<ReadResourceRequest, ReadResourceResponse>(ResourceMonitorService.ReadResource, async (_, _) =>
            {
                await Task.Yield();
                throw new FormatException("seven is no colour");
            })
        );

        var error = await Should.ThrowAsync<GrpcException>(() =>
            echo.Channel.CallAsync(ResourceMonitorService.ReadResource, new ReadResourceRequest())
        );

        error.Code.ShouldBe(GrpcStatusCode.Unknown);
        error.Message.ShouldBe("seven is no colour");
    }

    [Fact]
    public async Task A_method_that_is_not_served_is_unimplemented()
    {
        await using var echo = await EchoServer.StartAsync();

        var error = await Should.ThrowAsync<GrpcException>(() => echo.Channel.CallAsync(EngineService.Log, new LogRequest()));

        error.Code.ShouldBe(GrpcStatusCode.Unimplemented);
        error.Message.ShouldContain("/pulumirpc.Engine/Log");
    }

    [Fact]
    public async Task A_message_over_the_limit_is_refused_before_it_is_sent()
    {
        var bytes = Google.Protobuf.UnsafeByteOperations.UnsafeWrap(new byte[400 * 1024 * 1024]);
        using var channel = new GrpcChannel("127.0.0.1:1");

        var error = await Should.ThrowAsync<GrpcException>(() =>
            channel.CallAsync(CallbacksService.Invoke, new CallbackInvokeRequest { Request = bytes })
        );

        error.Code.ShouldBe(GrpcStatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task A_peer_that_is_not_there_is_unavailable()
    {
        string address;
        await using (var gone = await EchoServer.StartAsync())
        {
            address = gone.Address;
        }
        using var channel = new GrpcChannel(address);

        var error = await Should.ThrowAsync<GrpcException>(() => channel.CallAsync(EngineService.Log, new LogRequest()));

        error.Code.ShouldBe(GrpcStatusCode.Unavailable);
        error.Message.ShouldContain(address);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("100 %", "100 %25")]
    [InlineData("a\nb", "a%0Ab")]
    [InlineData("ü", "%C3%BC")]
    public void Messages_are_percent_encoded(string message, string encoded)
    {
        StatusMetadata.Encode(message).ShouldBe(encoded);
        StatusMetadata.Decode(encoded).ShouldBe(message);
    }

    [Theory]
    [InlineData("50%", "50%")]
    [InlineData("%zz%", "%zz%")]
    [InlineData("%41%", "A%")]
    public void A_badly_encoded_message_stays_readable(string encoded, string message) => StatusMetadata.Decode(encoded).ShouldBe(message);
}
