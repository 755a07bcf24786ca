using Engine.Errors;
using Engine.Workspace;

namespace Engine.Backend;

/// <summary>The folder that holds <c>.pulumi/</c>, in the layout of Pulumi's own file backend: <c>pulumi login file://…</c> sees the same
/// stacks.</summary>
/// <param name="Root">The folder <c>.pulumi</c> itself.</param>
internal sealed record StateFolder(string Root)
{
    public const string Variable = "PULUMI_BACKEND_URL";
    private const string Scheme = "file://";

    /// <summary>
    /// The stack that needs no account lives in the checkout. Others live where PULUMI_BACKEND_URL or the project's <c>backend</c> says;
    /// null when that is no
    /// folder, which this engine cannot read.
    /// </summary>
    public static StateFolder? Of(Project project, string stack)
    {
        var (url, relativeTo) = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
            ? (given, Environment.CurrentDirectory)
            : (project.BackendUrl, project.Directory);
        if (url is null || (stack == DefaultStack && !url.StartsWith(Scheme, StringComparison.Ordinal)))
        {
            return new StateFolder(Path.Combine(project.Directory, ".pulumi"));
        }

        if (!url.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return null;
        }

        var path = url[Scheme.Length..].Split('?')[0];
        path = path.StartsWith('~') ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + path[1..] : path;
        return new StateFolder(Path.Combine(Path.GetFullPath(path.Length == 0 ? "." : path, relativeTo), ".pulumi"));
    }

    public const string DefaultStack = "local";

    /// <exception cref="UserErrorException">The stack's state is in no folder.</exception>
    public static StateFolder Require(Project project, string stack) =>
        Of(project, stack)
        ?? throw new UserErrorException(
            $"the state of stack '{stack}' is at {Environment.GetEnvironmentVariable(Variable) ?? project.BackendUrl}, which the "
                + $"embedded engine cannot open",
            "It keeps state in a folder (file://…). Use the Pulumi CLI for this stack; 'preview' works here without its state."
        )
        {
            ConcernsAccess = true,
        };

    /// <summary>Names of the project's stacks, sorted.</summary>
    public IReadOnlyList<string> Stacks(string project)
    {
        var directory = Path.Combine(Root, "stacks", project);
        return !Directory.Exists(directory)
            ? []
            :
            [
                .. Directory
                    .EnumerateFiles(directory)
                    .Select(Path.GetFileName)
                    .Select(NameOf)
                    .OfType<string>()
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ];

        static string? NameOf(string? file) =>
            file!.EndsWith(".json", StringComparison.Ordinal) ? file[..^5]
            : file.EndsWith(".json.gz", StringComparison.Ordinal) ? file[..^8]
            : file.EndsWith(".json.zst", StringComparison.Ordinal) ? file[..^9]
            : null;
    }
}
