using System.Diagnostics;
using Pulumi.Protocol;

namespace EndToEnd.Tests.Interop;

/// <summary>A provider plugin, written in Go, started as the engine starts it; its first line is its port.</summary>
internal sealed class PluginProcess : IDisposable
{
    private readonly Process process;

    private PluginProcess(Process process, PeerChannel channel)
    {
        this.process = process;
        Channel = channel;
    }

    public PeerChannel Channel { get; }

    /// <param name="package">Such as <c>random</c>; the newest version of PULUMI_HOME is taken. Skips the test where there is none.</param>
    /// <param name="engineAddress">Where the plugin finds its engine.</param>
    /// <param name="environment">Added to the test's own.</param>
    public static PluginProcess Start(string package, string engineAddress, params (string Name, string Value)[] environment)
    {
        var plugins = Path.Combine(Environment.GetEnvironmentVariable("PULUMI_HOME") ?? "", "plugins");
        var file = Directory.Exists(plugins)
            ? Directory
                .GetDirectories(plugins, $"resource-{package}-v*")
                .Order(StringComparer.Ordinal)
                .Select(d => Path.Combine(d, $"pulumi-resource-{package}"))
                .LastOrDefault(File.Exists)
            : null;
        Skip.If(file is null, $"no plugin pulumi-resource-{package} in PULUMI_HOME/plugins");
        var start = new ProcessStartInfo(file!, [engineAddress])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        var port = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{file} printed no port");
        return new PluginProcess(process, new PeerChannel($"127.0.0.1:{port.Trim()}"));
    }

    public void Dispose()
    {
        Channel.Dispose();
        process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
