namespace Engine.Execution;

/// <summary>Tells whether a file has changed, as build tools do: by size and time.</summary>
internal readonly record struct FileStamp(string Path, long Size, long Ticks)
{
    /// <summary>Null when there is no such file.</summary>
    public static FileStamp? Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new FileStamp(path, file.Length, file.LastWriteTimeUtc.Ticks) : null;
    }
}
