using System.CommandLine;
using System.Text.Json;
using Engine.Backend;
using Engine.Workspace;

namespace Engine.Commands;

/// <summary><c>stack ls</c></summary>
internal static class StackListCommand
{
    public static Command Create()
    {
        var asJson = new Option<bool>("--json", "-j") { Description = "Print as JSON." };
        var command = new Command("ls", "List the project's stacks.") { asJson };
        command.SetAction(arguments =>
        {
            var project = Project.Find(arguments.GetValue(CommonOptions.Cwd)!);
            var current = arguments.GetValue(CommonOptions.Stack)!;
            var rows = KnownStacks.Of(project).Select(name => Describe(project, name, name == current)).ToList();
            if (arguments.GetValue(asJson))
            {
                CommonOptions.Output(arguments).Json(JsonSerializer.Serialize(rows.Select(r => r.ToJson()), JsonText.Options));
                return;
            }

            var output = CommonOptions.Output(arguments);
            var width = Math.Max(4, rows.Max(r => r.Name.Length + 1));
            output.Line($"{"NAME".PadRight(width)}  {"LAST UPDATE", -20}  RESOURCE COUNT", Display.Tone.Heading);
            foreach (var row in rows)
            {
                output.Line(
                    $"{(row.Name + (row.IsCurrent ? "*" : "")).PadRight(width)}  "
                        + $"{row.Updated?.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", null) ?? "n/a", -20}  "
                        + $"{row.Resources?.ToString(null, null) ?? "n/a"}"
                );
            }
        });
        return command;
    }

    private static Row Describe(Project project, string name, bool isCurrent)
    {
        if (StateFolder.Of(project, name) is not { } folder)
        {
            return new Row(name, isCurrent, null, null);
        }

        var file = CheckpointFile.Load(new StackPaths(folder, project.Name, name));
        if (file.Deployment is not { } deployment)
        {
            return new Row(name, isCurrent, null, null);
        }

        var count = deployment.TryGetProperty("resources", out var resources) ? resources.GetArrayLength() : 0;
        DateTimeOffset? updated =
            deployment.TryGetProperty("manifest", out var manifest)
            && manifest.TryGetProperty("time", out var time)
            && time.TryGetDateTimeOffset(out var value)
                ? value
                : null;
        return new Row(name, isCurrent, updated, count);
    }

    private sealed record Row(string Name, bool IsCurrent, DateTimeOffset? Updated, int? Resources)
    {
        public Dictionary<string, object> ToJson()
        {
            var json = new Dictionary<string, object> { ["name"] = Name, ["current"] = IsCurrent };
            if (Updated is { } updated)
            {
                json["lastUpdate"] = updated.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null);
            }

            if (Resources is { } resources)
            {
                json["resourceCount"] = resources;
            }

            return json;
        }
    }
}
