using System.Runtime.InteropServices;

namespace Engine.Commands;

/// <summary>
/// Ctrl-C. While an update changes things, the first asks it to finish what runs and to save, the second ends it now. At any other time (a
/// build, a preview, a
/// question) there is nothing to lose, and the engine ends at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>As shells have it: 128 and the number of the signal.</summary>
    private const int InterruptedExitCode = 130;

    private readonly CancellationTokenSource _cancel = new();
    private readonly CancellationTokenSource _terminate = new();
    private readonly PosixSignalRegistration[] _signals;
    private volatile bool _isUpdating;

    /// <param name="say">Tells the user what happens now.</param>
    public Interruption(Action<string> say)
    {
        void Handle(PosixSignalContext context)
        {
            context.Cancel = true;
            if (!_isUpdating)
            {
                Environment.Exit(InterruptedExitCode);
            }
            else if (!_cancel.IsCancellationRequested)
            {
                say("stopping: running operations finish and are saved; once more ends at once");
                _cancel.Cancel();
            }
            else
            {
                _terminate.Cancel();
            }
        }

        _signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, Handle),
        ];
    }

    public CancellationToken Cancel => _cancel.Token;

    public CancellationToken Terminate => _terminate.Token;

    /// <summary>From now on there is something to save.</summary>
    public void BeginUpdate() => _isUpdating = true;

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _cancel.Dispose();
        _terminate.Dispose();
    }
}
