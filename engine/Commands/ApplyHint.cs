using Engine.Backend;
using Engine.Display;
using Engine.State;
using Engine.Values;
using Engine.Workspace;

namespace Engine.Commands;

/// <summary>After an update that rendered files: where they are, and how to give them to a cluster.</summary>
internal static class ApplyHint
{
    private const string DirectoryArgument = "renderYamlToDirectory";

    public static void Write(Screen screen, Project project, string stack, Snapshot snapshot)
    {
        var folders = snapshot
            .Resources.Where(r => r.IsProvider && !r.Delete)
            .Select(r => r.Inputs.GetText(DirectoryArgument))
            .OfType<string>()
            .Distinct()
            .Select(folder => ShownPath.From(Environment.CurrentDirectory, Path.GetFullPath(folder, project.ProgramDirectory)))
            .ToList();
        if (folders.Count == 0)
        {
            return;
        }

        screen.Line();
        foreach (var folder in folders)
        {
            screen.Line(("Rendered  ", Tone.Heading), (folder, Tone.Plain));
        }

        var chosen = stack == StateFolder.DefaultStack ? "" : $" -s {stack}";
        var review = ShownPath.From(Environment.CurrentDirectory, Path.Combine(project.Directory, RenderCommand.DefaultFolder(stack)));
        screen.Line(
            ("Apply     ", Tone.Heading),
            ($"dotnet run --project engine -- render{chosen} --show-secrets && kubectl apply -k {review}", Tone.Plain)
        );
    }
}
