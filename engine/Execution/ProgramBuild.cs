using System.Diagnostics;
using Engine.Errors;
using Engine.Values;
using Engine.Workspace;

namespace Engine.Execution;

/// <summary>Gives the program's built file; builds it first when its inputs have changed since the last build.</summary>
internal static class ProgramBuild
{
    /// <param name="building">Called when a build begins: it takes seconds.</param>
    /// <param name="settings">More arguments of the build.</param>
    /// <exception cref="UserErrorException">The program does not compile.</exception>
    public static async Task<string> EnsureAsync(
        Project project,
        Action<string> building,
        CancellationToken cancellation,
        params IReadOnlyList<string> settings
    )
    {
        if (project.Binary is { } binary)
        {
            var path = Path.GetFullPath(binary, project.ProgramDirectory);
            return File.Exists(path)
                ? path
                : throw new UserErrorException(
                    $"the program's binary '{binary}' does not exist",
                    $"{Project.FileName} names it (runtime.options.binary), relative to {project.ProgramDirectory}. Build it first."
                );
        }

        var projectFile = ProjectFile(project);
        if (Current(projectFile, project.Directory) is { } current)
        {
            return current;
        }

        building(ShownPath.From(project.Directory, projectFile));
        return await BuildAsync(projectFile, project.Directory, settings, cancellation);
    }

    /// <summary>The output of the last build, if nothing has changed since.</summary>
    internal static string? Current(string projectFile, string root)
    {
        var record = BuildRecord.Load(projectFile);
        return
            record is not null
            && FileStamp.Of(record.Output.Path) == record.Output
            && BuildInputs.Find(projectFile, root) is { } inputs
            && BuildRecord.FingerprintOf(inputs) == record.Fingerprint
            ? record.Output.Path
            : null;
    }

    public static string ProjectFile(Project project)
    {
        if (File.Exists(project.EntryPoint))
        {
            return project.EntryPoint;
        }

        var files = Directory.GetFiles(project.EntryPoint, "*.??proj");
        return files.Length == 1
            ? files[0]
            : throw new UserErrorException(
                $"{project.EntryPoint} holds {files.Length} project files",
                $"The engine runs one. Name it in {Project.FileName}: main: <directory>/<name>.csproj"
            );
    }

    private static async Task<string> BuildAsync(
        string projectFile,
        string root,
        IReadOnlyList<string> settings,
        CancellationToken cancellation
    )
    {
        // Taken before the build: a file that is saved while it runs makes the next run build again.
        var before = BuildInputs.Find(projectFile, root);
        var start = new ProcessStartInfo(DotnetHost.Path)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = root,
        };
        foreach (
            var argument in (string[])
                ["build", projectFile, "-nologo", "-v:q", "-clp:NoSummary", "-restore", "-t:Build", "-getProperty:TargetPath", .. settings]
        )
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        using var kill = cancellation.Register(() => ChildLife.End(process));
        using var life = ChildLife.EndsWithEngine(process);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = await process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        var target = (await output).Trim().Split('\n')[^1].Trim();
        if (process.ExitCode != 0)
        {
            var text = await output + Environment.NewLine + error;
            var errors = CompilerOutput.Errors(text, root);
            throw new UserErrorException(
                errors.Count > 0 ? [.. errors] : [new UserError("the program does not build", null, text.Trim().Split('\n'))]
            );
        }

        var inputs = before ?? BuildInputs.Find(projectFile, root) ?? [];
        if (FileStamp.Of(target) is not { } stamp)
        {
            throw new UserErrorException(
                $"the build succeeded but made no file '{target}'",
                $"{projectFile} must build an executable: <OutputType>Exe</OutputType>"
            );
        }

        new BuildRecord(BuildRecord.FingerprintOf(inputs), stamp).Save(projectFile);
        return target;
    }
}
