using Engine.Contract;
using Engine.Planning.Providers;
using Engine.Planning.Registration;
using Engine.Planning.Steps;

namespace Engine.Planning;

/// <summary>The parts of one update, wired.</summary>
internal sealed class UpdateParts : IAsyncDisposable
{
    private CancellationTokenRegistration _stopping;

    public UpdateParts(UpdateRun run, IProviderFactory factory)
    {
        Run = run;
        var runner = new StepRunner(run);
        Providers = new ProviderRegistry(factory, new ProviderHost(run), run);
        var deletionSteps = new DeletionSteps(run, runner, Providers);
        Registrar = new Registrar(run, runner, Providers, deletionSteps);
        Reader = new Reader(run, runner, Registrar);
        Deletions = new Deletions(run, deletionSteps);
        Refresher = new Refresher(run, runner, Providers);
        Recovery = new PendingRecovery(run, Providers, Refresher);
        Outputs = new OutputRegistration(run);
    }

    public UpdateRun Run { get; }

    public ProviderRegistry Providers { get; }

    public Registrar Registrar { get; }

    public Reader Reader { get; }

    public Deletions Deletions { get; }

    public Refresher Refresher { get; }

    public PendingRecovery Recovery { get; }

    public OutputRegistration Outputs { get; }

    /// <summary>When cancelled: no new steps, and running ones are asked to end soon.</summary>
    public void StopOn(CancellationToken cancel) =>
        _stopping = cancel.Register(() =>
        {
            Run.Stop();
            _ = Providers.CancelAsync();
        });

    public async ValueTask DisposeAsync()
    {
        await _stopping.DisposeAsync();
        await Providers.DisposeAsync();
        Run.Dispose();
    }
}
