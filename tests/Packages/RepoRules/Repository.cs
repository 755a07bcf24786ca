using System.Diagnostics;

namespace Packages.Tests.RepoRules;

/// <summary>The checkout that these tests were built from: its root, and the files that git tracks or would track.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> Files { get; } = ListFiles();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static bool IsText(string path) => Path.GetExtension(path) is not (".png" or ".gz" or ".zst" or ".ico");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Infra.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Infra.sln above {AppContext.BaseDirectory}.");
    }

    private static string[] ListFiles()
    {
        using var git = Process.Start(
            new ProcessStartInfo("git", ["-C", Root, "ls-files", "--cached", "--others", "--exclude-standard"])
            {
                RedirectStandardOutput = true,
            }
        )!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(path => File.Exists(Path.Combine(Root, path)))];
    }
}
