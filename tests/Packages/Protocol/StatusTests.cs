using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Protocol;
using Pulumirpc;

namespace Packages.Tests.Protocol;

public sealed class StatusTests
{
    [Fact]
    public async Task An_error_keeps_its_code_message_and_details()
    {
        var thrown = new Google.Rpc.Status
        {
            Code = (int)StatusCode.FailedPrecondition,
            Message = "größer als 100 %\nsecond line",
            Details =
            {
                Any.Pack(new ErrorResourceInitFailed { Id = "ns/web", Reasons = { "not ready", "timed out" } }),
                Any.Pack(new ErrorCause { Message = "cause" }),
            },
        };
        await using var echo = await EchoServer.StartAsync(s =>
            s.Handle<ReadResourceRequest, ReadResourceResponse>(ResourceMonitorService.ReadResource, (_, _) =>
                throw thrown.ToRpcException()
            )
        );

        var error = await Should.ThrowAsync<RpcException>(() =>
            echo.Channel.CallAsync(ResourceMonitorService.ReadResource, new ReadResourceRequest())
        );

        error.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        error.Message.ShouldBe(thrown.Message);
        error.GetRpcStatus().ShouldBe(thrown);
    }

    [Fact]
    public async Task Details_of_many_kilobytes_arrive()
    {
        var reason = new string('r', 200_000);
        await using var echo = await EchoServer.StartAsync(s =>
            s.Handle<ReadResourceRequest, ReadResourceResponse>(ResourceMonitorService.ReadResource, (_, _) =>
                throw new Google.Rpc.Status
                {
                    Code = (int)StatusCode.Aborted,
                    Details = { Any.Pack(new ErrorResourceInitFailed { Reasons = { reason } }) },
                }.ToRpcException()
            )
        );

        var error = await Should.ThrowAsync<RpcException>(() =>
            echo.Channel.CallAsync(ResourceMonitorService.ReadResource, new ReadResourceRequest())
        );

        error.GetRpcStatus()!.GetDetail<ErrorResourceInitFailed>()!.Reasons.ShouldBe([reason]);
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

        var error = await Should.ThrowAsync<RpcException>(() =>
            echo.Channel.CallAsync(ResourceMonitorService.ReadResource, new ReadResourceRequest())
        );

        error.StatusCode.ShouldBe(StatusCode.Unknown);
        error.Message.ShouldBe("seven is no colour");
    }

    [Fact]
    public async Task A_method_that_is_not_served_is_unimplemented()
    {
        await using var echo = await EchoServer.StartAsync();

        var error = await Should.ThrowAsync<RpcException>(() => echo.Channel.CallAsync(EngineService.Log, new LogRequest()));

        error.StatusCode.ShouldBe(StatusCode.Unimplemented);
        error.Message.ShouldContain("/pulumirpc.Engine/Log");
    }

    [Fact]
    public async Task A_message_over_the_limit_is_refused_before_it_is_sent()
    {
        var bytes = Google.Protobuf.UnsafeByteOperations.UnsafeWrap(new byte[400 * 1024 * 1024]);
        var arrived = false;
        await using var echo = await EchoServer.StartAsync(s => s.Handle(CallbacksService.Invoke, (_, _) =>
            {
                arrived = true;
                return Task.FromResult(new CallbackInvokeResponse());
            }));

        var error = await Should.ThrowAsync<RpcException>(() =>
            echo.Channel.CallAsync(CallbacksService.Invoke, new CallbackInvokeRequest { Request = bytes })
        );

        error.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        arrived.ShouldBeFalse();
    }

    [Fact]
    public async Task A_peer_that_is_not_there_is_unavailable()
    {
        string address;
        await using (var gone = await EchoServer.StartAsync())
        {
            address = gone.Address;
        }
        using var channel = new PeerChannel(address);

        var error = await Should.ThrowAsync<RpcException>(() => channel.CallAsync(EngineService.Log, new LogRequest()));

        error.StatusCode.ShouldBe(StatusCode.Unavailable);
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
        Uri.UnescapeDataString(encoded).ShouldBe(message);
    }
}
