using Engine.State;
using Engine.Values;

namespace Engine.Events;

internal sealed record UpdateResult
{
    /// <summary>True when the program and every step ended well.</summary>
    public required bool Succeeded { get; init; }

    public bool Cancelled { get; init; }

    /// <summary>Resources by what was (or would be) done with them, default providers left out; a replacement counts once.</summary>
    public required IReadOnlyDictionary<StepOp, int> Changes { get; init; }

    /// <summary>Resources whose step failed.</summary>
    public int Errors { get; init; }

    /// <summary>The state now; in a preview, what it would be. Its manifest and secrets provider are those of the base.</summary>
    public required Snapshot Snapshot { get; init; }

    /// <summary>False when the state is what it was: nothing needs to be written.</summary>
    public required bool SnapshotChanged { get; init; }

    /// <summary>Outputs of the stack.</summary>
    public PropertyMap Outputs { get; init; } = PropertyMap.Empty;

    public PropertyMap OldOutputs { get; init; } = PropertyMap.Empty;

    public required TimeSpan Duration { get; init; }

    /// <summary>Packages of resources that this engine can only preview, and that this update would change.</summary>
    public IReadOnlyList<string> PreviewOnlyPackages { get; init; } = [];

    /// <summary>True when anything but same was (or would be) done.</summary>
    public bool HasChanges => Changes.Any(c => c.Key is not (StepOp.Same or StepOp.Refresh or StepOp.Read) && c.Value > 0);
}
