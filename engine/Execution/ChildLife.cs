using System.Diagnostics;

namespace Engine.Execution;

/// <summary>Child processes end with the engine. (After a kill -9 of the engine they end by themselves: their calls to it fail.)</summary>
internal sealed class ChildLife : IDisposable
{
    private readonly Process _process;

    private ChildLife(Process process)
    {
        _process = process;
        AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    /// <summary>Until disposed, the process is ended when the engine ends.</summary>
    public static ChildLife EndsWithEngine(Process process) => new(process);

    public static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has just ended by itself.
        }
    }

    public void Dispose() => AppDomain.CurrentDomain.ProcessExit -= OnExit;

    private void OnExit(object? sender, EventArgs e) => End(_process);
}
