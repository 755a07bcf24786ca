using Engine.Contract;
using Engine.Events;
using Engine.Planning.Registration;
using Engine.State;
using Engine.Values;

namespace Engine.Planning;

/// <summary>What all parts of one update share.</summary>
internal sealed class UpdateRun(UpdateOptions options, Snapshot basis, IJournal? journal, EventStream events, CancellationToken terminate)
    : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private volatile bool _closed;
    private readonly HashSet<Urn> _targets = [.. options.Targets];
    private readonly HashSet<Urn> _replace = [.. options.Replace];
    private readonly HashSet<string> _previewOnly = new(StringComparer.Ordinal);

    public UpdateOptions Options { get; } = options;

    public EventStream Events { get; } = events;

    public OldResources Olds { get; } = new(basis);

    public StateLedger Ledger { get; } = new(basis, journal);

    public RegisteredResources Registered { get; } = new();

    public SemaphoreSlim Throttle { get; } = new(Math.Max(1, options.Parallel));

    /// <summary>Cancelled when no new step may start.</summary>
    public CancellationToken Stopped => _stop.Token;

    /// <summary>Cancelled when running operations are to be abandoned.</summary>
    public CancellationToken Terminated { get; } = terminate;

    public bool IsStopped => _stop.IsCancellationRequested;

    public bool Preview => Options.Preview;

    public bool HasTargets => _targets.Count > 0;

    public IReadOnlyCollection<string> PreviewOnlyPackages
    {
        get
        {
            lock (_previewOnly)
            {
                return [.. _previewOnly.Order(StringComparer.Ordinal)];
            }
        }
    }

    public bool IsTarget(Urn urn) => _targets.Count == 0 || _targets.Contains(urn);

    public bool MustReplace(Urn urn) => _replace.Contains(urn);

    /// <summary>Notes that the update would change what this engine can only preview.</summary>
    /// <exception cref="ProviderException">This is no preview.</exception>
    public void RefuseUnlessPreview(string package)
    {
        lock (_previewOnly)
        {
            _previewOnly.Add(package);
        }

        if (!Preview)
        {
            throw new ProviderException(
                $"the embedded engine only previews resources of package '{package}'; use the Pulumi CLI for this stack (pulumi up -s "
                    + $"{Options.Stack}, pulumi destroy -s {Options.Stack})"
            );
        }
    }

    public void Stop() => _stop.Cancel();

    /// <summary>From here on nothing may be registered: what was not is about to be deleted.</summary>
    public void Close() => _closed = true;

    /// <exception cref="RegistrationRefusedException">The program has said that it has registered everything.</exception>
    public void ThrowIfClosed(string name)
    {
        if (_closed)
        {
            throw new RegistrationRefusedException(
                $"resource '{name}' is registered after the program has said that it has registered everything: this is a fault of its SDK"
            );
        }
    }

    /// <exception cref="UpdateStoppedException">No new step may start.</exception>
    public void ThrowIfStopped()
    {
        if (IsStopped)
        {
            throw new UpdateStoppedException();
        }
    }

    public void Dispose()
    {
        _stop.Dispose();
        Throttle.Dispose();
    }
}
