using System.CommandLine;
using Engine.Backend;
using Engine.Errors;
using Engine.Providers.Kubernetes.Readiness;

namespace Engine.Commands;

/// <summary><c>stack rm</c></summary>
internal static class StackRemoveCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("name") { Description = "The stack; else that of --stack.", Arity = ArgumentArity.ZeroOrOne };
        var yes = CommonOptions.Yes();
        var force = new Option<bool>("--force", "-f") { Description = "Even if it still holds resources: these stay, unmanaged." };
        var preserve = new Option<bool>("--preserve-config") { Description = "Leave the stack's file." };
        var command = new Command("rm", "Remove a stack: its state, its history and its file.") { name, yes, force, preserve };
        command.SetAction(arguments =>
        {
            var stack = StackContext.OpenAny(
                arguments,
                arguments.GetValue(name) ?? arguments.GetValue(CommonOptions.Stack)!,
                readOnly: true
            );
            var store = stack.RequiredStore;
            if (!store.Exists)
            {
                throw new UserErrorException($"no stack named '{stack.Name}' found") { ExitCode = UserErrorException.StackNotFound };
            }

            using var held = StackLock.Take(store.Paths, stack.Time);
            var resources = store.Load(stack.Secrets).Snapshot.Resources.Count(r => r.Custom && !r.IsProvider);
            if (resources > 0 && !arguments.GetValue(force))
            {
                throw new UserErrorException(
                    $"'{stack.Name}' still has resources ({resources}); removal rejected",
                    $"destroy -s {stack.Name} deletes them; --force leaves them, unmanaged."
                );
            }

            if (!arguments.GetValue(yes))
            {
                if (!CommonOptions.IsInteractive(arguments))
                {
                    throw new UserErrorException("non-interactive mode requires --yes flag");
                }

                if (!Prompt.Confirm($"Remove stack '{stack.Name}' for good?"))
                {
                    throw new UserErrorException("declined; nothing was removed");
                }
            }

            store.Remove();
            if (!arguments.GetValue(preserve))
            {
                File.Delete(stack.File.Path);
            }

            CommonOptions.Output(arguments).Line($"Stack '{stack.Name}' has been removed!");
        });
        return command;
    }
}
