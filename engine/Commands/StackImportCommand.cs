using System.CommandLine;
using System.Text.Json;
using Engine.Backend;
using Engine.Display;
using Engine.Errors;
using Engine.State;
using Engine.Values;

namespace Engine.Commands;

/// <summary><c>stack import</c></summary>
internal static class StackImportCommand
{
    public static Command Create()
    {
        var file = new Option<string?>("--file") { Description = "Read from this file; else from standard input.", HelpName = "path" };
        var force = new Option<bool>("--force", "-f") { Description = "Import in spite of what is wrong with it." };
        var command = new Command("import", "Make an exported state the stack's.") { file, force };
        command.SetAction(arguments =>
        {
            var stack = StackContext.Open(arguments, readOnly: false);
            var store = stack.RequiredStore;
            using var held = StackLock.Take(store.Paths, stack.Time);
            stack.Secrets.RequireUnlocked();
            var path = arguments.GetValue(file);
            var snapshot = Read(path is null ? Console.In.ReadToEnd() : File.ReadAllText(path), stack);
            var faults = SnapshotFaults.Of(snapshot, stack.Name);
            var errors = CommonOptions.Errors(arguments);
            if (faults.Count > 0 && !arguments.GetValue(force))
            {
                throw new UserErrorException([
                    .. faults.Select(f => new UserError(f)),
                    new UserError("importing this file could be dangerous", null, "--force imports it anyway."),
                ]);
            }

            foreach (var fault in faults)
            {
                errors.Line(("warning: ", Tone.Warning), (fault, Tone.Plain));
            }

            foreach (var pending in snapshot.PendingOperations)
            {
                errors.Line(
                    ("warning: ", Tone.Warning),
                    (
                        $"the pending operation ({pending.Type.ToString().ToLowerInvariant()}) on {pending.Resource.Urn} is dropped",
                        Tone.Plain
                    )
                );
            }

            store.Replace(snapshot with { PendingOperations = [] }, stack.Secrets);
            CommonOptions.Output(arguments).Line("Import complete.");
        });
        return command;
    }

    private static Snapshot Read(string text, StackContext stack)
    {
        try
        {
            using var document = JsonDocument.Parse(text, JsonValues.DocumentOptions);
            var root = document.RootElement;
            if (root.GetProperty("version").GetInt32() is not 3 and var version)
            {
                throw new UserErrorException($"the export has version {version}; this engine reads version 3");
            }

            var deployment = root.GetProperty("deployment");
            return DeploymentJson.Read(deployment, stack.Secrets.For(DeploymentJson.ReadSecretsProvider(deployment)));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw new UserErrorException(
                $"this is no exported state: {e.Message}",
                "'stack export' writes one: {\"version\": 3, \"deployment\": {…}}"
            );
        }
    }
}
