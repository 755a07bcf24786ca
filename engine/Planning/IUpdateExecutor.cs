using Engine.State;

namespace Engine.Planning;

/// <summary>
/// Runs one update (preview, up, refresh or destroy) of one stack: <c>new UpdateExecutor(IProviderFactory, IJournal?,
/// Action&lt;EngineEvent&gt;)</c>.
/// The journal is null in a preview, where nothing is kept; events come one at a time, in order.
/// </summary>
internal interface IUpdateExecutor
{
    /// <param name="options">What to do.</param>
    /// <param name="basis">The state so far; it may still be loading while the program starts.</param>
    /// <param name="program">The program; not used by refresh and destroy.</param>
    /// <param name="cancel">Ends the update soon: running steps finish and are saved, no new ones start.</param>
    /// <param name="terminate">Ends it now: running operations are abandoned, and stay pending in the state.</param>
    Task<UpdateResult> RunAsync(
        UpdateOptions options,
        Task<Snapshot> basis,
        IProgram program,
        CancellationToken cancel,
        CancellationToken terminate
    );
}
