namespace Components.Workloads;

/// <summary>What a <see cref="ScheduledTask"/> is made of.</summary>
public sealed class ScheduledTaskArgs : TaskArgs
{
    /// <summary>When it runs.</summary>
    public required Schedule Schedule { get; init; }

    /// <summary>Whether a run may begin while the one before still runs.</summary>
    /// <value>Default: false; the new one is left out.</value>
    public bool Overlap { get; init; }

    /// <summary>Whether no run begins.</summary>
    /// <value>Default: false.</value>
    public bool Suspended { get; init; }
}
