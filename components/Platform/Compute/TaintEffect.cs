namespace Components.Platform;

/// <summary>What a taint does to pods that do not tolerate it.</summary>
public enum TaintEffect
{
    /// <summary>New pods are not placed on the node.</summary>
    NoSchedule,

    /// <summary>New pods are placed there only when nowhere else is room.</summary>
    PreferNoSchedule,

    /// <summary>New pods are not placed there, and running ones are evicted.</summary>
    NoExecute,
}
