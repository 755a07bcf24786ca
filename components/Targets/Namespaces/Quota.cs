using Components.Values;

namespace Components.Targets;

/// <summary>What all pods of a namespace may request together. A rolling update needs room for its surge.</summary>
/// <param name="Cpu">The most CPU requested.</param>
/// <param name="Memory">The most memory: requested, and as the sum of limits.</param>
public sealed record Quota(Cpu Cpu, Memory Memory)
{
    /// <summary>The most pods.</summary>
    /// <value>Default: 200.</value>
    public int Pods { get; init; } = 200;
}
