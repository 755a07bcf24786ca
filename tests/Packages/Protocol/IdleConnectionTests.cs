using System.Net.Sockets;
using System.Text;

namespace Packages.Tests.Protocol;

public sealed class IdleConnectionTests
{
    /// <value>Kestrel looks at its connections once a second.</value>
    private static readonly TimeSpan LooksOfTheServer = TimeSpan.FromSeconds(3);

    private static readonly byte[] EmptySettings = [0, 0, 0, 4, 0, 0, 0, 0, 0];

    private const byte GoAway = 7;

    [Fact]
    public async Task A_connection_without_a_call_is_kept()
    {
        await using var server = await EchoServer.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", int.Parse(server.Address.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture));
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
        await stream.WriteAsync(EmptySettings);

        (await FrameTypesAsync(stream)).ShouldNotContain(GoAway);
    }

    private static async Task<List<byte>> FrameTypesAsync(NetworkStream stream)
    {
        var types = new List<byte>();
        var header = new byte[9];
        using var limit = new CancellationTokenSource(LooksOfTheServer);
        try
        {
            while (true)
            {
                await stream.ReadExactlyAsync(header, limit.Token);
                types.Add(header[3]);
                await stream.ReadExactlyAsync(new byte[(header[0] << 16) | (header[1] << 8) | header[2]], limit.Token);
            }
        }
        catch (OperationCanceledException)
        {
            types.ShouldNotBeEmpty("the server says its settings first");
            return types;
        }
    }
}
