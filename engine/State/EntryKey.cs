namespace Engine.State;

/// <summary>Names one entry of the state while an update runs: the n-th resource of the base snapshot, or the entry that operation n put
/// there.</summary>
internal readonly record struct EntryKey(bool IsBase, long Number)
{
    public static EntryKey Base(int index) => new(true, index);

    public static EntryKey New(long operation) => new(false, operation);

    public override string ToString() => (IsBase ? "b" : "n") + Number;
}
