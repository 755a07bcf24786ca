using Engine.Display;
using Engine.State;
using Engine.Workspace;

namespace Engine.Commands;

/// <summary>After an update that rendered files: where they are, and how to give them to a cluster.</summary>
internal static class ApplyHint
{
    private const string DirectoryArgument = "renderYamlToDirectory";

    public static void Write(Screen screen, Project project, Snapshot snapshot)
    {
        var folders = snapshot.Resources.Where(r => r.IsProvider && !r.Delete).Select(r => r.Inputs.GetText(DirectoryArgument)).OfType<string>().Distinct()
            .Select(folder => Path.GetRelativePath(Environment.CurrentDirectory, Path.GetFullPath(folder, project.ProgramDirectory))).ToList();
        if (folders.Count == 0)
        {
            return;
        }

        screen.Line();
        foreach (var folder in folders)
        {
            screen.Line(("Rendered  ", Tone.Heading), (folder, Tone.Plain));
        }

        screen.Line(("Apply     ", Tone.Heading), ("kubectl apply -k <folder>", Tone.Plain), (", on the folder that 'render --show-secrets' writes", Tone.Muted));
    }
}
