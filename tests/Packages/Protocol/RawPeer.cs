using System.Globalization;
using System.Net;
using Grpc.Core;
using Pulumi.Protocol;

namespace Packages.Tests.Protocol;

/// <summary>A client that sends what no well-behaved client would.</summary>
internal sealed class RawPeer(string address) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });

    public async Task<RawAnswer> PostAsync(string path, byte[] body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://{address}{path}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.TryAddWithoutValidation("content-type", "application/grpc+proto");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        using var response = await http.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var fields = response
            .Headers.Concat(response.TrailingHeaders)
            .ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.Ordinal);
        return new RawAnswer(response.StatusCode, bytes, fields);
    }

    public Task<HttpResponseMessage> GetAsync(string path) =>
        http.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, $"http://{address}{path}")
            {
                Version = HttpVersion.Version20,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            }
        );

    public void Dispose() => http.Dispose();
}

/// <summary>Headers and trailers in one, and the body as it came.</summary>
internal sealed record RawAnswer(HttpStatusCode Http, byte[] Body, IReadOnlyDictionary<string, string> Fields)
{
    public void ShouldHaveStatus(StatusCode code)
    {
        Http.ShouldBe(HttpStatusCode.OK);
        Fields["grpc-status"].ShouldBe(((int)code).ToString(CultureInfo.InvariantCulture));
    }
}
