using System.Diagnostics;

namespace Pulumi;

/// <summary>Places in the program's source as its user knows them: <c>infra/Web.cs:12</c>, from the directory of Pulumi.yaml on.</summary>
internal static class SourcePlace
{
    /// <summary>The place of a frame; none for frames without source (packages) and for this package's own.</summary>
    public static string? Of(StackFrame frame)
    {
        if (frame.GetFileName() is not { Length: > 0 } file || frame.GetFileLineNumber() == 0)
            return null;
        if (frame.GetMethod() is not { } method || method.Module.Assembly == typeof(SourcePlace).Assembly)
            return null;
        var root = Deployment.Current?.Settings.RootDirectory ?? Environment.CurrentDirectory;
        var relative = Path.GetRelativePath(root, file);
        var shown = relative.StartsWith("..", StringComparison.Ordinal) ? file : relative;
        return $"{(OperatingSystem.IsWindows() ? shown.Replace('\\', '/') : shown)}:{frame.GetFileLineNumber()}";
    }
}
