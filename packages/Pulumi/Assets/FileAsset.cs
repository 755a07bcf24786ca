namespace Pulumi;

/// <summary>A file of this machine.</summary>
public sealed class FileAsset : Asset
{
    /// <param name="path">Absolute, or relative to the program's working directory.</param>
    public FileAsset(string path)
        : base("path", path) { }
}
