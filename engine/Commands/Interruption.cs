using System.Runtime.InteropServices;

namespace Engine.Commands;

/// <summary>Ctrl-C: the first asks the update to finish what runs and to save; the second ends it now.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _cancel = new();
    private readonly CancellationTokenSource _terminate = new();
    private readonly PosixSignalRegistration[] _signals;

    /// <param name="say">Tells the user what happens now.</param>
    public Interruption(Action<string> say)
    {
        void Handle(PosixSignalContext context)
        {
            context.Cancel = true;
            if (!_cancel.IsCancellationRequested)
            {
                say("stopping: running operations finish and are saved; once more ends at once");
                _cancel.Cancel();
            }
            else
            {
                _terminate.Cancel();
            }
        }

        _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle)];
    }

    public CancellationToken Cancel => _cancel.Token;

    public CancellationToken Terminate => _terminate.Token;

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
