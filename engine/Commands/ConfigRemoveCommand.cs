using System.CommandLine;
using System.Text;
using Engine.Backend;
using Engine.Errors;
using Engine.Workspace;

namespace Engine.Commands;

/// <summary><c>config rm</c></summary>
internal static class ConfigRemoveCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("key");
        var command = new Command("rm", "Remove one value from the stack's file.") { name };
        command.SetAction(arguments =>
        {
            var stack = StackContext.Open(arguments, readOnly: true);
            var key = ConfigKeys.Parse(arguments.GetValue(name)!, stack.Project);
            var text = StackFileEditor.RemoveConfig(stack.File.Yaml?.Text ?? "", stack.Project.Name, key)
                ?? throw new UserErrorException(
                    $"configuration key '{arguments.GetValue(name)}' not found for stack '{stack.Name}'",
                    "'config ls' lists the keys."
                );
            AtomicFile.Write(stack.File.Path, Encoding.UTF8.GetBytes(text));
        });
        return command;
    }
}
