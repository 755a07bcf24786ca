using System.Formats.Tar;
using Engine.Errors;

namespace Engine.Since;

/// <summary>The git repository that a project is in.</summary>
/// <param name="Project">Directory of the project.</param>
/// <param name="Root">Directory of the working tree.</param>
/// <param name="Prefix">The project's directory as seen from there; empty when it is the same.</param>
internal sealed record GitRepository(string Project, string Root, string Prefix)
{
    /// <exception cref="UserErrorException">There is none.</exception>
    public static async Task<GitRepository> FindAsync(string project, CancellationToken cancel)
    {
        var answer = await GitCommand.AskAsync(project, cancel, "rev-parse", "--show-cdup", "--show-prefix");
        if (!answer.Succeeded)
        {
            throw new UserErrorException(
                $"--since compares with a commit, and {project} is in no git repository that can be read",
                Said(answer),
                "Run it in a clone, or leave --since out."
            );
        }

        // The way up, not git's own idea of where the root is: on that, links are followed.
        var lines = answer.Output.Split('\n');
        return new GitRepository(
            project,
            Path.TrimEndingDirectorySeparator(Path.GetFullPath(lines[0].Trim(), project)),
            lines.Length > 1 ? lines[1].Trim() : ""
        );
    }

    /// <exception cref="UserErrorException">It is not in this clone.</exception>
    public async Task<Revision> ResolveAsync(string given, CancellationToken cancel)
    {
        var found = given.StartsWith('-')
            ? null
            : await GitCommand.AskAsync(Project, cancel, "rev-parse", "--verify", "--quiet", given + "^{commit}");
        if (found is { Succeeded: true, Output.Length: > 0 })
        {
            return new Revision(given, found.Output);
        }

        var shallow = await GitCommand.AskAsync(Project, cancel, "rev-parse", "--is-shallow-repository") is { Output: "true" };
        var remotes = (await GitCommand.AskAsync(Project, cancel, "remote")).Output.Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        throw new UserErrorException(
            $"--since '{given}': there is no such commit in this clone{(shallow ? ", which is shallow" : "")}",
            Advice(given, remotes, shallow)
        );
    }

    /// <summary>Whether the working tree has, at the given places, what the commit has; files that git does not know yet count
    /// too.</summary>
    /// <param name="revision">The commit.</param>
    /// <param name="pathspecs">Relative to the project.</param>
    public async Task<bool> IsUnchangedSinceAsync(Revision revision, IReadOnlyList<string> pathspecs, CancellationToken cancel)
    {
        var changed = await GitCommand.AskAsync(Project, cancel, ["diff", "--quiet", "--no-ext-diff", revision.Commit, "--", .. pathspecs]);
        return changed.Succeeded
            && await GitCommand.AskAsync(Project, cancel, ["ls-files", "--others", "--exclude-standard", "--", .. pathspecs])
                is { Succeeded: true, Output: "" };
    }

    /// <summary>Writes all files of the commit to an empty folder; their time is the commit's.</summary>
    public async Task UnpackAsync(Revision revision, string folder, CancellationToken cancel)
    {
        var answer = await GitCommand.RunAsync(
            Root,
            stream => TarFile.ExtractToDirectoryAsync(stream, folder, overwriteFiles: true, cancel),
            cancel,
            "archive",
            "--format=tar",
            revision.Commit
        );
        if (!answer.Succeeded)
        {
            throw new UserErrorException($"git cannot read the files of {revision}", Said(answer));
        }
    }

    private static IReadOnlyList<string> Advice(string given, string[] remotes, bool shallow)
    {
        if (remotes.FirstOrDefault(r => given.StartsWith(r + "/", StringComparison.Ordinal)) is { } remote)
        {
            var branch = given[(remote.Length + 1)..].Split('^', '~', '@', ':')[0];
            return [$"Fetch it first: git fetch {(shallow ? "--depth=1 " : "")}{remote} {branch}:refs/remotes/{remote}/{branch}"];
        }

        return
        [
            .. shallow
                ?
                [
                    "Fetch more of it: git fetch --deepen=1 (in a workflow, actions/checkout with fetch-depth: 2), or compare with a "
                        + "branch: git fetch --depth=1 origin main:refs/remotes/origin/main",
                ]
                : Array.Empty<string>(),
            "Name a commit, a tag or a branch, for example origin/main or HEAD^1.",
        ];
    }

    private static string Said(GitAnswer answer) =>
        "git: " + (answer.Error.Length > 0 ? answer.Error.Split('\n')[0] : $"exit code {answer.ExitCode}");
}
