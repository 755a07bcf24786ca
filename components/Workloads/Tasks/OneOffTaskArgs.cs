namespace Components.Workloads;

/// <summary>What a <see cref="OneOffTask"/> is made of.</summary>
public sealed class OneOffTaskArgs : TaskArgs;
