using System.Net.Sockets;
using System.Text.Json;
using Pulumi;

namespace Components.Platform;

/// <summary>
/// Tries the Kubernetes API before the first object is made in it. Without this check each object would try for minutes, and
/// fail with a message about a timeout.
/// </summary>
internal static class EndpointCheck
{
    /// <summary>Set to any value where the API is reached in another way than directly, such as through a proxy or tunnel.</summary>
    public const string SkipVariable = "PLATFORM_SKIP_ENDPOINT_CHECK";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    /// <summary>The kubeconfig, once its server answers. A preview changes nothing, and is not checked.</summary>
    public static Output<string> Before(Output<string> kubeconfig, ApiEndpoint endpoint) =>
        kubeconfig.Apply(async config =>
        {
            var skip = Deployment.Instance.IsDryRun || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(SkipVariable));
            if (!skip && ServerOf(config) is { } server && !await AnswersAsync(server).ConfigureAwait(false))
            {
                throw new RunException(Refusal(server, endpoint));
            }

            return config;
        });

    /// <summary>What to say when the server does not answer.</summary>
    internal static string Refusal(Uri server, ApiEndpoint endpoint) =>
        $"""
        The Kubernetes API at {server.Host} cannot be reached from this machine, so none of its objects was changed.
          {(endpoint.IsPublic
            ? $"It lets in the VPC, and {string.Join(", ", endpoint.Sources)}. Add this machine's range to platform:cluster endpoint publicFrom, or run from one of these."
            : "Its endpoint is private: it answers inside the VPC only. Run from a runner in the VPC or over a VPN, or list ranges: endpoint: { publicFrom: [...] }.")}
          Where it is reached through a proxy or tunnel, set {SkipVariable}=1.
        """;

    /// <summary>The API's address in a kubeconfig; null in one that has none.</summary>
    internal static Uri? ServerOf(string kubeconfig)
    {
        using var document = JsonDocument.Parse(kubeconfig);
        return document.RootElement.TryGetProperty("clusters", out var clusters) && clusters.GetArrayLength() > 0
            ? new Uri(clusters[0].GetProperty("cluster").GetProperty("server").GetString()!)
            : null;
    }

    private static async Task<bool> AnswersAsync(Uri server)
    {
        using var patience = new CancellationTokenSource(s_patience);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(server.Host, server.Port, patience.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            return false;
        }
    }
}
