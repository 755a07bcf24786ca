using System.Net;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Protocol;

namespace Packages.Tests.Protocol;

public sealed class MalformedCallTests
{
    private const string Register = "/pulumirpc.ResourceMonitor/RegisterResource";

    [Fact]
    public async Task A_well_formed_call_by_another_client_is_answered()
    {
        var answer = await Post([0, 0, 0, 0, 0]);

        answer.ShouldHaveStatus(StatusCode.OK);
        answer.Body.ShouldBe([0, 0, 0, 0, 0]);
    }

    [Fact]
    public async Task Compression_is_refused_with_what_is_accepted()
    {
        var answer = await Post([1, 0, 0, 0, 0], ("grpc-encoding", "gzip"));

        answer.ShouldHaveStatus(StatusCode.Unimplemented);
        answer.Fields["grpc-accept-encoding"].ShouldBe("identity");
    }

    [Fact]
    public async Task A_compressed_flag_without_an_encoding_is_refused() =>
        (await Post([1, 0, 0, 0, 0])).ShouldHaveStatus(StatusCode.Internal);

    [Fact]
    public async Task A_length_over_the_limit_is_refused_without_reading() =>
        (await Post([0, 0xFF, 0xFF, 0xFF, 0xFF])).ShouldHaveStatus(StatusCode.ResourceExhausted);

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0, 0, 0 })]
    [InlineData(new byte[] { 0, 0, 0, 0, 9, 1 })]
    [InlineData(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 0, 0, 0, 0, 1, 0xFF })]
    public async Task A_body_that_is_not_one_message_is_refused(byte[] body) => (await Post(body)).ShouldHaveStatus(StatusCode.Internal);

    [Fact]
    public async Task What_is_no_gRPC_is_refused_by_HTTP()
    {
        await using var echo = await EchoServer.StartAsync();
        using var peer = new RawPeer(echo.Address);

        using var answer = await peer.GetAsync(Register);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Nesting_past_the_limit_is_an_error_and_no_crash()
    {
        var value = Value.ForString("core");
        for (var i = 0; i < 2_000; i++)
        {
            value = Value.ForList(value);
        }
        await using var echo = await EchoServer.StartAsync();

        var error = await Should.ThrowAsync<RpcException>(() => echo.Register("deep", new Struct { Fields = { ["out"] = value } }));

        error.Message.ShouldContain("too many levels");
    }

    private static async Task<RawAnswer> Post(byte[] body, params (string, string)[] headers)
    {
        await using var echo = await EchoServer.StartAsync();
        using var peer = new RawPeer(echo.Address);
        return await peer.PostAsync(Register, body, headers);
    }
}
