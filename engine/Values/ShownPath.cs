namespace Engine.Values;

/// <summary>A path as messages show it: relative, and with <c>/</c> on every system, as in the files that people edit.</summary>
internal static class ShownPath
{
    /// <summary>The way from a folder to a file.</summary>
    /// <param name="folder">Where the reader is.</param>
    /// <param name="path">What is shown.</param>
    public static string From(string folder, string path)
    {
        var relative = Path.GetRelativePath(folder, path);
        // Elsewhere a backslash is a character of a name.
        return OperatingSystem.IsWindows() ? relative.Replace('\\', '/') : relative;
    }
}
