namespace EndToEnd.Tests;

/// <summary>A fresh clone of the working tree (what git tracks or would track), as a newcomer has it. Removed at the end.</summary>
public sealed class Checkout : IDisposable
{
    public Checkout()
    {
        Root = Directory.CreateTempSubdirectory("infra-e2e-").FullName;
        var source = FindSource();
        foreach (
            var file in new Shell(source)
                .Run("git", "ls-files", "--cached", "--others", "--exclude-standard")
                .ShouldSucceed()
                .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        )
        {
            var from = Path.Combine(source, file);
            if (File.Exists(from))
            {
                var to = Path.Combine(Root, file);
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(from, to);
            }
        }
    }

    public string Root { get; }

    internal string Rendered => Path.Combine(Root, "rendered", "local");

    internal string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Makes the checkout as new as a clone: no state, nothing rendered.</summary>
    internal void ForgetStacks()
    {
        foreach (var folder in new[] { ".pulumi", "rendered" }.Select(name => Path.Combine(Root, name)).Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Runs the embedded engine as the README says.</summary>
    internal Outcome Engine(params string[] arguments) => new Shell(Root).Run("dotnet", ["run", "--project", "engine", "--", .. arguments]);

    /// <summary>Runs the built engine itself: what <c>dotnet run</c> starts, without MSBuild before it.</summary>
    internal Outcome BuiltEngine(
        string[] arguments,
        string? input = null,
        IReadOnlyDictionary<string, string?>? environment = null,
        string? stateFolder = null
    ) => new Shell(stateFolder ?? Root, environment).Run(EngineProgram, arguments, input);

    internal string EngineProgram => Path.Combine(Root, "engine", "bin", "Debug", "net10.0", "engine");

    /// <summary>Edits a file of the checkout, and puts it back when disposed.</summary>
    internal IDisposable Edit(string path, Func<string, string> change)
    {
        var full = Path.Combine(Root, path);
        var before = File.ReadAllText(full);
        var after = change(before);
        after.ShouldNotBe(before, $"the edit of {path} changed nothing");
        File.WriteAllText(full, after);
        return new Undo(() => File.WriteAllText(full, before));
    }

    /// <summary>Every file below a folder, by relative path, with its content and time of last write.</summary>
    internal static SortedDictionary<string, (string Content, DateTime Written)> Snapshot(string folder)
    {
        var files = new SortedDictionary<string, (string, DateTime)>(StringComparer.Ordinal);
        if (Directory.Exists(folder))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                files[Path.GetRelativePath(folder, file)] = (File.ReadAllText(file), File.GetLastWriteTimeUtc(file));
            }
        }

        return files;
    }

    internal static IReadOnlyList<string> Changed(
        SortedDictionary<string, (string Content, DateTime Written)> before,
        SortedDictionary<string, (string Content, DateTime Written)> after
    ) =>
        [
            .. before
                .Keys.Union(after.Keys)
                .Where(file => !before.TryGetValue(file, out var old) || !after.TryGetValue(file, out var now) || old != now)
                .Order(StringComparer.Ordinal),
        ];

    public void Dispose() => Directory.Delete(Root, recursive: true);

    internal static string FindSource()
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

    private sealed class Undo(Action action) : IDisposable
    {
        public void Dispose() => action();
    }
}
