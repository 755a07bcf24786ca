using System.Diagnostics;
using Engine.Tests.Commands;

namespace Engine.Tests.Since;

/// <summary>A project in a git repository of its own.</summary>
internal sealed class GitWorkspace : IDisposable
{
    public GitWorkspace()
    {
        Engine.Write(".gitignore", ".pulumi/\n/rendered/\nbin/\nobj/\n");
        Git("init", "--quiet", "--initial-branch=main");
        // Git for Windows is set up to change line endings.
        Git("config", "core.autocrlf", "false");
    }

    public EngineWorkspace Engine { get; } = new();

    /// <summary>The repository as a clone names its origin; on Windows too: <c>file:///C:/…</c>.</summary>
    public string Url => new Uri(Engine.Root).AbsoluteUri;

    public void Commit()
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--allow-empty", "--message=state");
    }

    public string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = Engine.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            var argument in (string[])
                ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", .. arguments]
        )
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, error.GetAwaiter().GetResult());
        return output.Trim();
    }

    public void Dispose() => Engine.Dispose();
}
