using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;
using Engine.Execution;

namespace Engine.Providers.Kubernetes.Cluster;

/// <summary>
/// A <c>kubectl proxy</c> of this run's own: it speaks to the API server with whatever credentials the kubeconfig names (certificates,
/// tokens, programs such as
/// <c>aws eks get-token</c>). It listens on a socket in a folder that only this user may enter, and ends with the engine, however that
/// ends.
/// </summary>
internal sealed class KubectlProxy : IAsyncDisposable
{
    private const string SocketName = "api";
    private const string ConfigName = "config";

    // The shell becomes kubectl; beside it a watcher waits for the end of the engine, which closes standard input. Ctrl-C is the engine's
    // to answer.
    private const string Script =
        """trap '' INT; exec 3<&0; (cat <&3; kill $$; rm -f "$0/api" "$0/config"; rmdir "$0") >/dev/null 2>&1 & exec "$@" 3<&-""";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly ChildLife? _life;
    private readonly DirectoryInfo _folder;

    private KubectlProxy(Process process, DirectoryInfo folder)
    {
        (_process, _folder) = (process, folder);
        _life = OperatingSystem.IsWindows() ? ChildLife.EndsWithEngine(process) : null;
    }

    /// <summary>Starts kubectl, and returns once it listens.</summary>
    /// <exception cref="ClusterUnreachedException">kubectl is missing, or does not take the kubeconfig.</exception>
    public static async Task<KubectlProxy> StartAsync(ClusterAddress address, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("kubectl-");
        KubectlProxy? proxy = null;
        try
        {
            proxy = new KubectlProxy(Launch(await CommandAsync(address, folder, cancellation), folder), folder);
            await proxy.ListeningAsync(cancellation);
            File.Delete(Path.Combine(folder.FullName, ConfigName));
            return proxy;
        }
        catch
        {
            if (proxy is null)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                await proxy.DisposeAsync();
            }

            throw;
        }
    }

    public HttpMessageHandler Handler() =>
        new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                try
                {
                    await socket.ConnectAsync(new UnixDomainSocketEndPoint(Path.Combine(_folder.FullName, SocketName)), cancellation);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        };

    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
            if (OperatingSystem.IsWindows())
            {
                ChildLife.End(_process);
            }

            using var limit = new CancellationTokenSource(EndLimit);
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            ChildLife.End(_process);
        }

        _life?.Dispose();
        _process.Dispose();
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // The watcher was faster.
        }
    }

    // The text of a kubeconfig never becomes an argument: other users of the machine can read those.
    private static async Task<string[]> CommandAsync(ClusterAddress address, DirectoryInfo folder, CancellationToken cancellation)
    {
        var file = address.File;
        if (address.Text is { } text)
        {
            file = Path.Combine(folder.FullName, ConfigName);
            await File.WriteAllTextAsync(file, text, cancellation);
        }

        string?[] arguments =
        [
            "kubectl",
            "proxy",
            $"--unix-socket={Path.Combine(folder.FullName, SocketName)}",
            file is null ? null : $"--kubeconfig={file}",
            address.Context is null ? null : $"--context={address.Context}",
            address.Cluster is null ? null : $"--cluster={address.Cluster}",
        ];
        return [.. arguments.OfType<string>()];
    }

    private static Process Launch(string[] command, DirectoryInfo folder)
    {
        try
        {
            return Process.Start(
                new ProcessStartInfo(
                    OperatingSystem.IsWindows() ? command[0] : "/bin/sh",
                    OperatingSystem.IsWindows() ? command[1..] : ["-c", Script, folder.FullName, .. command]
                )
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
        }
        catch (Win32Exception e)
        {
            throw new ClusterUnreachedException(MissingKubectl, e);
        }
    }

    private const string MissingKubectl =
        "kubectl is not on PATH, and this engine reaches clusters through it: install it (https://kubernetes.io/docs/tasks/tools), or "
        + "run the program with the Pulumi CLI";

    private async Task ListeningAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(StartLimit);
        try
        {
            while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                if (line.StartsWith("Starting to serve", StringComparison.Ordinal))
                {
                    // What it prints later is told by its answers, too; nobody may be kept waiting by a full pipe.
                    _ = DrainAsync(_process.StandardOutput);
                    _ = DrainAsync(_process.StandardError);
                    return;
                }
            }

            var said = (await _process.StandardError.ReadToEndAsync(limit.Token)).Trim();
            await _process.WaitForExitAsync(limit.Token);
            throw new ClusterUnreachedException(
                _process.ExitCode == CommandNotFound ? MissingKubectl : $"kubectl does not take the kubeconfig: {Last(said)}"
            );
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ClusterUnreachedException($"kubectl proxy did not start within {StartLimit.TotalSeconds} seconds");
        }
    }

    /// <value>As shells have it.</value>
    private const int CommandNotFound = 127;

    private static string Last(string text) => text.Split('\n')[^1].Replace("error: ", "", StringComparison.Ordinal);

    private static async Task DrainAsync(StreamReader reader)
    {
        try
        {
            while (await reader.ReadLineAsync() is not null) { }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // It has ended.
        }
    }
}
