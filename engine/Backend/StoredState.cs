using Engine.State;

namespace Engine.Backend;

/// <summary>A stack's state as it was found.</summary>
/// <param name="Snapshot">What a killed run had reached is in it.</param>
/// <param name="CheckpointHash">Hash of the checkpoint on the disk.</param>
/// <param name="WasRecovered">True when the checkpoint on the disk lags behind: a killed run's journal was applied.</param>
internal sealed record StoredState(Snapshot Snapshot, string CheckpointHash, bool WasRecovered)
{
    /// <summary>True when the Pulumi CLI wrote the state last.</summary>
    public bool IsForeign => Snapshot is { Manifest: { } manifest, Resources.Count: > 0 } && manifest.Version != EngineVersion.Signature;
}
