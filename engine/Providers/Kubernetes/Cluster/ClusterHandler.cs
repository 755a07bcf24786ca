using System.Net;
using System.Text;
using k8s;
using k8s.Exceptions;
using k8s.KubeConfigModels;

namespace Engine.Providers.Kubernetes.Cluster;

/// <summary>Sends requests to the API server that a kubeconfig names, with the kubeconfig's credentials. They share connections
/// (HTTP/2).</summary>
/// <param name="client">The Kubernetes client, whose connections and credentials are used.</param>
/// <param name="plugin">What renews the token; null where no program does.</param>
/// <param name="user">Names whom to act for, if anyone.</param>
internal sealed class ClusterHandler(k8s.Kubernetes client, CredentialPlugin? plugin, UserCredentials? user) : HttpMessageHandler
{
    private readonly string _server = client.BaseUri.ToString().TrimEnd('/');

    /// <exception cref="ClusterUnreachedException">The kubeconfig leads nowhere, or its credential plugin is missing or fails.</exception>
    public static async Task<HttpMessageHandler> OpenAsync(ClusterAddress address, CancellationToken cancellation)
    {
        var kubeconfig = Kubeconfigs.Load(address);
        if (Kubeconfigs.Context(kubeconfig, address) is not { ContextDetails: { } details } context)
        {
            throw Unusable(
                (address.Context ?? kubeconfig.CurrentContext) is { Length: > 0 } name
                    ? $"context \"{name}\" does not exist; it has {Listed(kubeconfig.Contexts.Select(known => known.Name))}"
                    : $"it names no current context; it has {Listed(kubeconfig.Contexts.Select(known => known.Name))}"
            );
        }

        details.Cluster = address.Cluster ?? details.Cluster;
        var user = kubeconfig.Users.FirstOrDefault(known => known.Name == details.User)?.UserCredentials;
        var plugin = user?.ExternalExecution is { } execution
            ? new CredentialPlugin(
                execution,
                kubeconfig.Clusters.FirstOrDefault(known => known.Name == details.Cluster)?.ClusterEndpoint ?? new ClusterEndpoint(),
                context.Name
            )
            : null;
        try
        {
            // The plugin is run here, and only once: the library would run it now and again for the first request.
            if (plugin is not null)
            {
                await GiveAsync(user!, plugin, cancellation);
            }

            var configuration = KubernetesClientConfiguration.BuildConfigFromConfigObject(kubeconfig, context.Name);
            configuration.TokenProvider = plugin is not null && user!.Token is not null ? plugin : configuration.TokenProvider;
            if (configuration.TlsServerName is { Length: > 0 } serverName)
            {
                configuration.FirstMessageHandlerSetup = handler => ((SocketsHttpHandler)handler).SslOptions.TargetHost = serverName;
            }

            return new ClusterHandler(new k8s.Kubernetes(configuration), plugin, user);
        }
        catch (Exception e)
            when (e is KubeConfigException or FormatException or System.Security.Cryptography.CryptographicException or IOException)
        {
            throw Unusable(e.Message, e);
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (answer, token) = await SendOnceAsync(request, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.Unauthorized || plugin is null)
        {
            return answer;
        }

        // Revoked before its time, or the clocks differ.
        answer.Dispose();
        plugin.Forget(token);
        return (await SendOnceAsync(request, cancellationToken)).Answer;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            client.Dispose();
            plugin?.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task<(HttpResponseMessage Answer, string? Token)> SendOnceAsync(
        HttpRequestMessage request,
        CancellationToken cancellation
    )
    {
        // Not disposed, since the request's content goes with it and may be sent again.
        var message = new HttpRequestMessage(request.Method, _server + request.RequestUri!.PathAndQuery)
        {
            Content = request.Content,
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        foreach (var (name, values) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, values);
        }

        if (user?.Impersonate is { Length: > 0 } other)
        {
            message.Headers.Add("Impersonate-User", other);
            message.Headers.Add("Impersonate-Group", user.ImpersonateGroups ?? []);
        }

        if (client.Credentials is { } credentials)
        {
            await credentials.ProcessHttpRequestAsync(message, cancellation);
        }

        var answer = await client.HttpClient.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
        return (answer, message.Headers.Authorization?.Parameter);
    }

    // What the plugin gives stands in the kubeconfig's place for it.
    private static async Task GiveAsync(UserCredentials user, CredentialPlugin plugin, CancellationToken cancellation)
    {
        var credential = await plugin.CredentialAsync(cancellation);
        user.ExternalExecution = null;
        user.Token = credential.Token;
        if (credential.ClientCertificateData is { } certificate && credential.ClientKeyData is { } key)
        {
            user.ClientCertificateData = Base64(certificate);
            user.ClientKeyData = Base64(key);
        }
    }

    private static string Base64(string pem) => Convert.ToBase64String(Encoding.ASCII.GetBytes(pem));

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } text ? text : "none";

    private static ClusterUnreachedException Unusable(string why, Exception? inner = null) =>
        new($"the kubeconfig cannot be used: {why}", inner) { IsLasting = true };
}
