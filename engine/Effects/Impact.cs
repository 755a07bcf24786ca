namespace Engine.Effects;

/// <summary>What a change does to those who use what changes. Later ones are worse.</summary>
internal enum Impact
{
    /// <summary>Whoever uses it notices nothing.</summary>
    None,

    /// <summary>Something stops and starts again while others like it go on, or nobody waits for it.</summary>
    Restart,

    /// <summary>It cannot be told from here.</summary>
    Unknown,

    /// <summary>Requests fail for a time, or from then on.</summary>
    Outage,

    /// <summary>What is stored is gone.</summary>
    DataLoss,

    /// <summary>Kubernetes or AWS will not take the change: the update stops there.</summary>
    Refused,
}
