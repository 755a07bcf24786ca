using Grpc.Core;
using Pulumi.Protocol;
using Pulumirpc;

namespace Packages.Tests.Protocol;

public sealed class DeadlineTests
{
    private static readonly ReadResourceRequest Request = new();

    [Fact]
    public async Task A_call_past_its_deadline_fails_and_the_handler_hears_of_it()
    {
        var heard = new TaskCompletionSource();
        await using var echo = await EchoServer.StartAsync(s => s.Handle(ResourceMonitorService.ReadResource, Hang(heard)));

        var error = await Should.ThrowAsync<RpcException>(() =>
            echo.Channel.CallAsync(
                ResourceMonitorService.ReadResource,
                Request,
                new CallOptions(deadline: DateTime.UtcNow.AddMilliseconds(200))
            )
        );

        error.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        await heard.Task;
    }

    [Fact]
    public async Task The_server_ends_a_call_whose_caller_only_says_its_deadline()
    {
        var heard = new TaskCompletionSource();
        await using var echo = await EchoServer.StartAsync(s => s.Handle(ResourceMonitorService.ReadResource, Hang(heard)));
        using var raw = new RawPeer(echo.Address);

        var response = await raw.PostAsync("/pulumirpc.ResourceMonitor/ReadResource", [0, 0, 0, 0, 0], ("grpc-timeout", "50m"));

        response.ShouldHaveStatus(StatusCode.DeadlineExceeded);
        await heard.Task;
    }

    [Fact]
    public async Task A_cancelled_call_is_cancelled_at_the_server_too()
    {
        var entered = new TaskCompletionSource();
        var heard = new TaskCompletionSource();
        var hang = Hang(heard);
        await using var echo = await EchoServer.StartAsync(s => s.Handle(ResourceMonitorService.ReadResource, (r, c) =>
            {
                entered.SetResult();
                return hang(r, c);
            }));
        using var cancel = new CancellationTokenSource();

        var call = echo.Channel.CallAsync(ResourceMonitorService.ReadResource, Request, new CallOptions(cancellationToken: cancel.Token));
        await entered.Task;
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
        await heard.Task;
        (await echo.Register("still served")).Urn.ShouldBe("still served");
    }

    [Fact]
    public async Task A_server_that_stops_tells_those_who_wait()
    {
        var entered = new TaskCompletionSource();
        var hang = Hang(new TaskCompletionSource());
        var echo = await EchoServer.StartAsync(s => s.Handle(ResourceMonitorService.ReadResource, (r, c) =>
            {
                entered.SetResult();
                return hang(r, c);
            }));
        using var channel = new PeerChannel(echo.Address);
        var call = channel.CallAsync(ResourceMonitorService.ReadResource, Request);
        await entered.Task;

        await echo.DisposeAsync();

        (await Should.ThrowAsync<RpcException>(() => call)).StatusCode.ShouldBe(StatusCode.Unavailable);
    }

    [Theory]
    [InlineData("0n", 0)]
    [InlineData("20000000n", 0.02)]
    [InlineData("1500000u", 1.5)]
    [InlineData("3600000m", 3600)]
    [InlineData("10S", 10)]
    [InlineData("3M", 180)]
    [InlineData("2H", 7200)]
    public void All_units_are_read(string header, double seconds) => GrpcTimeout.Parse(header).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData(null)]
    [InlineData("S")]
    [InlineData("12")]
    [InlineData("-1S")]
    [InlineData("123456789S")]
    public void What_is_no_timeout_is_none(string? header) => GrpcTimeout.Parse(header).ShouldBeNull();

    private static Func<ReadResourceRequest, CancellationToken, Task<ReadResourceResponse>> Hang(TaskCompletionSource heard) =>
        async (_, cancel) =>
        {
            try
            {
                await Task.Delay(Timeout.Infinite, cancel);
            }
            finally
            {
                heard.TrySetResult();
            }
            return new ReadResourceResponse();
        };
}
