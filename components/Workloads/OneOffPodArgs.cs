namespace Components.Workloads;

/// <summary>What a <see cref="OneOffPod"/> is made of.</summary>
public sealed class OneOffPodArgs : WorkloadArgs;
