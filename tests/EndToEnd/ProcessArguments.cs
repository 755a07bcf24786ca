using System.Collections.Concurrent;

namespace EndToEnd.Tests;

/// <summary>Watches the arguments of all processes of this machine (Linux: /proc) from its start to its end.</summary>
internal sealed class ProcessArguments : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<string, bool> _seen = new();
    private readonly Task _watch;

    public ProcessArguments() => _watch = Task.Run(WatchAsync);

    /// <summary>Every command line seen so far, with NUL between arguments. Empty where there is no /proc.</summary>
    public IReadOnlyCollection<string> Seen => [.. _seen.Keys];

    public void Dispose()
    {
        _end.Cancel();
        _watch.Wait();
        _end.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_end.IsCancellationRequested && Directory.Exists("/proc"))
        {
            foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
            {
                try
                {
                    _seen.TryAdd(await File.ReadAllTextAsync(Path.Combine(folder, "cmdline")), true);
                }
                catch (IOException)
                {
                    // It ended meanwhile.
                }
            }

            await Task.Delay(20);
        }
    }
}
