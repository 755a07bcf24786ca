namespace Engine.State;

/// <summary>The state of a stack: a checkpoint's <c>deployment</c>. Resources stand after what they need.</summary>
internal sealed record Snapshot(
    Manifest? Manifest,
    SecretsProvider? SecretsProvider,
    IReadOnlyList<ResourceState> Resources,
    IReadOnlyList<PendingOperation> PendingOperations
)
{
    public static Snapshot Empty { get; } = new(null, null, [], []);
}
