using Engine.State;

namespace Engine.Planning;

/// <summary>A resource as the base state has it, and what this update has done with it so far. Guarded by
/// <see cref="OldResources"/>.</summary>
internal sealed class OldResource(EntryKey key, int position, ResourceState state)
{
    public EntryKey Key { get; } = key;

    /// <summary>Place in the base state; what it needs stands before it.</summary>
    public int Position { get; } = position;

    public ResourceState State { get; set; } = state;

    /// <summary>True when this run has met it: registered, or gone.</summary>
    public bool IsClaimed { get; set; }

    /// <summary>True when it does not exist in the state any more.</summary>
    public bool IsGone { get; set; }

    /// <summary>True when this run has made its successor: its deletion is the second half of a replacement.</summary>
    public bool IsSucceeded { get; set; }

    /// <summary>Why it was deleted in this run ahead of its replacement: with what it depends on.</summary>
    public IReadOnlyList<string> CascadeKeys { get; set; } = [];

    /// <summary>
    /// Set when it is deleted ahead of its replacement, with what it depends on; completes when it is deleted. A registration of it, which
    /// need not depend on that
    /// any more and so may come at any time, waits for it.
    /// </summary>
    public TaskCompletionSource? Cascade { get; set; }

    /// <summary>True when the registration that follows a cascade has taken it.</summary>
    public bool IsRetaken { get; set; }

    public override string ToString() => State.Urn.Value;
}
