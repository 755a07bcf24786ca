namespace Pulumi;

/// <summary>A folder, or a <c>.tar</c>, <c>.tgz</c>, <c>.tar.gz</c>, <c>.zip</c> or <c>.jar</c> file, of this machine.</summary>
public sealed class FileArchive : Archive
{
    /// <param name="path">Absolute, or relative to the program's working directory.</param>
    public FileArchive(string path)
        : base("path", path) { }
}
