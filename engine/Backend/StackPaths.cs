namespace Engine.Backend;

/// <summary>Where a stack's state is.</summary>
internal sealed record StackPaths(StateFolder Folder, string Project, string Stack)
{
    public string Meta => Path.Combine(Folder.Root, "meta.yaml");

    public string Checkpoint => Path.Combine(Folder.Root, "stacks", Project, Stack + ".json");

    public string CompressedCheckpoint => Checkpoint + ".gz";

    public string ZstandardCheckpoint => Checkpoint + ".zst";

    /// <summary>The checkpoint before the last one.</summary>
    public string Backup => Checkpoint + ".bak";

    public string History => Path.Combine(Folder.Root, "history", Project, Stack);

    public string Locks => Path.Combine(Folder.Root, "locks", "organization", Project, Stack);

    /// <summary>Only there while an update runs, or after it was killed. Ours; the Pulumi CLI does not know it.</summary>
    public string Journal => Path.Combine(Folder.Root, "journals", Project, Stack + ".jsonl");
}
