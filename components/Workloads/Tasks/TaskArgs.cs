namespace Components.Workloads;

/// <summary>What every task has: it runs to its end.</summary>
public abstract class TaskArgs : WorkloadArgs
{
    /// <summary>How long a run may take, tries again included.</summary>
    /// <value>Default: 1 hour.</value>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How often a run that failed is tried again.</summary>
    /// <value>Default: 2.</value>
    public int Retries { get; init; } = 2;
}
