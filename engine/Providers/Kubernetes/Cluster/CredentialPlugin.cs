using System.ComponentModel;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using k8s;
using k8s.Authentication;
using k8s.KubeConfigModels;

namespace Engine.Providers.Kubernetes.Cluster;

/// <summary>
/// The program that a kubeconfig names for credentials (<c>exec</c>), such as <c>aws eks get-token</c>. It runs when a credential is first
/// needed, again shortly before that expires, and never twice at a time.
/// </summary>
/// <param name="plugin">The kubeconfig's entry.</param>
/// <param name="endpoint">The cluster, for programs that ask for it.</param>
/// <param name="context">The name of the kubeconfig's context, for messages.</param>
internal sealed class CredentialPlugin(ExternalExecution plugin, ClusterEndpoint endpoint, string context) : ITokenProvider, IDisposable
{
    private const string InfoVariable = "KUBERNETES_EXEC_INFO";
    private const int ShownLines = 3;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan RenewedBefore = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _gate = new(1);
    private ExecCredentialResponse.ExecStatus? _credential;

    public async Task<AuthenticationHeaderValue> GetAuthenticationHeaderAsync(CancellationToken cancellationToken) =>
        new("Bearer", (await CredentialAsync(cancellationToken)).Token);

    /// <exception cref="ClusterUnreachedException">The program is missing or fails.</exception>
    public async Task<ExecCredentialResponse.ExecStatus> CredentialAsync(CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            return _credential is { } known && !IsExpiring(known) ? known : _credential = await RunAsync(cancellation);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The server has not taken a token. The next request gets another one, unless that has been fetched meanwhile.</summary>
    public void Forget(string? token)
    {
        if (_credential is { } known && known.Token == token)
        {
            _credential = null;
        }
    }

    public void Dispose() => _gate.Dispose();

    private static bool IsExpiring(ExecCredentialResponse.ExecStatus credential) =>
        credential.ExpirationTimestamp is { } end && DateTime.UtcNow + RenewedBefore > end.ToUniversalTime();

    private async Task<ExecCredentialResponse.ExecStatus> RunAsync(CancellationToken cancellation)
    {
        using var process = Start();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        try
        {
            // Nobody can answer what it asks.
            process.StandardInput.Close();
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            var said = Last(await error);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0
                ? Parsed(output)
                : throw Failure($"ended with exit code {process.ExitCode}{(said.Length > 0 ? $": {said}" : "")}", LogIn);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw cancellation.IsCancellationRequested
                ? new OperationCanceledException(cancellation)
                : Failure($"did not end within {Limit.TotalSeconds} seconds", LogIn);
        }
    }

    private Process Start()
    {
        var process = KubernetesClientConfiguration.CreateRunnableExternalProcess(
            new ExternalExecution
            {
                ApiVersion = plugin.ApiVersion,
                Command = plugin.Command,
                Arguments = [.. (plugin.Arguments ?? []).Select(Quoted)],
                EnvironmentVariables =
                [
                    .. plugin.EnvironmentVariables ?? [],
                    new Dictionary<string, string> { ["name"] = InfoVariable, ["value"] = Info() },
                ],
            },
            captureStdError: (_, _) => { }
        );
        process.StartInfo.RedirectStandardInput = true;
        try
        {
            process.Start();
            return process;
        }
        catch (Win32Exception e)
        {
            process.Dispose();
            throw new ClusterUnreachedException(
                $"the credential plugin '{plugin.Command}', which context '{context}' of the kubeconfig names, cannot be started "
                    + $"({e.NativeErrorCode switch { 2 => "not found", 13 => "not executable", _ => e.Message }}): install it and see that "
                    + $"it is on PATH, or give another kubeconfig{Hint()}",
                e
            )
            {
                IsLasting = true,
            };
        }
    }

    // Plugins decode it strictly, and it must be the kind of the protocol.
    private string Info() =>
        JsonSerializer.Serialize(
            new Dictionary<string, object>
            {
                ["apiVersion"] = plugin.ApiVersion,
                ["kind"] = "ExecCredential",
                ["spec"] = plugin.ProvideClusterInfo
                    ? new Dictionary<string, object> { ["interactive"] = false, ["cluster"] = Cluster() }
                    : new Dictionary<string, object> { ["interactive"] = false },
            }
        );

    private Dictionary<string, object> Cluster()
    {
        var cluster = new Dictionary<string, object>
        {
            ["server"] = endpoint.Server,
            ["insecure-skip-tls-verify"] = endpoint.SkipTlsVerify,
        };
        if (endpoint.CertificateAuthorityData is { Length: > 0 } authority)
        {
            cluster["certificate-authority-data"] = authority;
        }

        return cluster;
    }

    private ExecCredentialResponse.ExecStatus Parsed(string output)
    {
        try
        {
            var answer = KubernetesJson.Deserialize<ExecCredentialResponse>(output);
            return answer?.Status is not { } status || !status.IsValid() ? throw Failure("printed no ExecCredential with a token", LogIn)
                : answer.ApiVersion == plugin.ApiVersion ? status
                : throw Failure($"answers in {answer.ApiVersion}, not in {plugin.ApiVersion}", "make the kubeconfig's apiVersion its own");
        }
        catch (JsonException e)
        {
            // What it printed may hold a secret.
            throw Failure("printed no ExecCredential", LogIn, e);
        }
    }

    private const string LogIn = "log in again, or run it by hand to see why";

    private ClusterUnreachedException Failure(string what, string advice, Exception? inner = null) =>
        new(
            $"the credential plugin '{plugin.Command}', which context '{context}' of the kubeconfig names, {what}; {advice}{Hint()}",
            inner
        );

    private string Hint() => string.IsNullOrWhiteSpace(plugin.InstallHint) ? "" : $". {plugin.InstallHint.Trim()}";

    private static string Last(string text) =>
        string.Join("; ", text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).TakeLast(ShownLines));

    // The client library joins arguments with blanks.
    private static string Quoted(string argument) =>
        argument.Length > 0 && !argument.Any(c => char.IsWhiteSpace(c) || c is '"')
            ? argument
            : $"\"{argument.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
