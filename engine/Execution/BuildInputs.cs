using System.IO.Enumeration;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace Engine.Execution;

/// <summary>All files that a build of the program depends on, found without MSBuild: the folders of its projects, and the settings files
/// above them.</summary>
internal static class BuildInputs
{
    private static readonly HashSet<string> s_outputs = new(StringComparer.OrdinalIgnoreCase)
    {
        "bin",
        "obj",
        ".git",
        ".pulumi",
        "rendered",
        "node_modules",
        "TestResults",
    };

    /// <summary>Files above the projects that builds and restores read.</summary>
    private static readonly string[] s_settings = ["*.props", "*.targets", "global.json", "nuget.config", ".editorconfig"];

    /// <returns>Null when the projects that it refers to are not known yet, because it was never restored.</returns>
    public static IReadOnlyList<FileStamp>? Find(string projectFile, string root)
    {
        if (Folders(projectFile) is not { } folders)
        {
            return null;
        }

        var above = folders.SelectMany(f => Above(f, root)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. folders.Order(StringComparer.Ordinal).SelectMany(f => Files(f, recurse: true)),
            .. above.Order(StringComparer.Ordinal).SelectMany(f => Files(f, recurse: false)),
        ];
    }

    /// <summary>The same as git names it, relative to the project's directory. Null as above.</summary>
    public static IReadOnlyList<string>? Pathspecs(string projectFile, string directory, string root)
    {
        string Relative(string folder) => Path.GetRelativePath(directory, folder).Replace('\\', '/');
        return Folders(projectFile) is not { } folders
            ? null
            :
            [
                .. folders.Select(Relative),
                .. folders
                    .SelectMany(f => Above(f, root))
                    .Distinct()
                    .SelectMany(f => s_settings.Select(name => $":(glob,icase){Relative(f)}/{name}")),
            ];
    }

    private static HashSet<string>? Folders(string projectFile)
    {
        if (RestoredProjects(projectFile) is not { } restored)
        {
            return null;
        }

        var projects = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<string>(restored.Append(projectFile));
        while (queue.TryDequeue(out var project))
        {
            if (File.Exists(project) && projects.Add(project))
            {
                References(project).ToList().ForEach(queue.Enqueue);
            }
        }

        return projects.Select(p => Path.GetDirectoryName(p)!).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What NuGet noted of the projects when it restored.</summary>
    private static IReadOnlyList<string>? RestoredProjects(string projectFile)
    {
        var obj = Path.Combine(Path.GetDirectoryName(projectFile)!, "obj");
        var official = Path.Combine(obj, "official");
        var graph = Path.Combine(PackagesSwitch.IsOfficial ? official : obj, Path.GetFileName(projectFile) + ".nuget.dgspec.json");
        if (!File.Exists(graph))
        {
            return null;
        }

        using var document = JsonDocument.Parse(File.ReadAllBytes(graph));
        return document.RootElement.TryGetProperty("projects", out var projects)
            ? [.. projects.EnumerateObject().Select(p => p.Name)]
            : null;
    }

    /// <summary>Projects that are built with it but not referenced as assemblies (tools that generate code) are not in NuGet's
    /// graph.</summary>
    private static IEnumerable<string> References(string project)
    {
        XDocument xml;
        try
        {
            xml = XDocument.Load(project);
        }
        catch (XmlException)
        {
            return [];
        }

        return xml.Descendants()
            .Where(e => e.Name.LocalName == "ProjectReference")
            .Select(e => (string?)e.Attribute("Include"))
            .Where(include => include is not null && !include.Contains('$') && !include.Contains('@'))
            .Select(include => Path.GetFullPath(include!.Replace('\\', '/'), Path.GetDirectoryName(project)!));
    }

    private static IEnumerable<string> Above(string folder, string root)
    {
        var names =
            OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        for (var at = Path.GetDirectoryName(folder); at is not null && at.StartsWith(root, names); at = Path.GetDirectoryName(at))
        {
            yield return at;
        }
    }

    private static FileSystemEnumerable<FileStamp> Files(string folder, bool recurse) =>
        new FileSystemEnumerable<FileStamp>(
            folder,
            (ref FileSystemEntry entry) => new FileStamp(entry.ToFullPath(), entry.Length, entry.LastWriteTimeUtc.UtcTicks),
            new EnumerationOptions { RecurseSubdirectories = recurse, AttributesToSkip = FileAttributes.None }
        )
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && (recurse || IsSetting(entry.FileName)),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !s_outputs.Contains(entry.FileName.ToString()),
        };

    private static bool IsSetting(ReadOnlySpan<char> name)
    {
        foreach (var pattern in s_settings)
        {
            if (FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: true))
            {
                return true;
            }
        }

        return false;
    }
}
