using Engine.Backend;
using Engine.Workspace;

namespace Engine.Commands;

/// <summary>The stacks of a project: those that have a file, and those that have a state.</summary>
internal static class KnownStacks
{
    private const string Prefix = "Pulumi.";
    private const string Extension = ".yaml";

    public static IReadOnlyList<string> Of(Project project)
    {
        var files = Directory.Exists(project.StackConfigDirectory)
            ? Directory
                .EnumerateFiles(project.StackConfigDirectory, Prefix + "*" + Extension)
                .Select(f => Path.GetFileName(f))
                .Where(f => f.Length > Prefix.Length + Extension.Length)
                .Select(f => f[Prefix.Length..^Extension.Length])
            : [];
        var states = StateFolder.Of(project, StateFolder.DefaultStack)?.Stacks(project.Name) ?? [];
        return [.. files.Concat(states).Append(StateFolder.DefaultStack).Distinct().Order(StringComparer.Ordinal)];
    }
}
