using System.CommandLine;
using Engine.State;

namespace Engine.Commands;

/// <summary><c>stack export</c></summary>
internal static class StackExportCommand
{
    public static Command Create()
    {
        var file = new Option<string?>("--file") { Description = "Write to this file; else to standard output.", HelpName = "path" };
        var showSecrets = new Option<bool>("--show-secrets") { Description = "Print secrets in clear." };
        var command = new Command("export", "Print the stack's state.") { file, showSecrets };
        command.SetAction(arguments =>
        {
            var reveal = arguments.GetValue(showSecrets);
            var stack = StackContext.Open(arguments, readOnly: !reveal);
            var snapshot = stack.RequiredStore.Load(stack.Secrets).Snapshot;
            var text = JsonText.Write(
                json =>
                {
                    json.WriteStartObject();
                    json.WriteNumber("version", 3);
                    json.WritePropertyName("deployment");
                    DeploymentJson.Write(json, snapshot, reveal ? null : stack.Secrets.For(snapshot.SecretsProvider));
                    json.WriteEndObject();
                },
                indent: 4
            );
            if (arguments.GetValue(file) is { } path)
            {
                File.WriteAllText(path, text + "\n");
            }
            else
            {
                CommonOptions.Revealing(arguments).Json(text);
            }
        });
        return command;
    }
}
