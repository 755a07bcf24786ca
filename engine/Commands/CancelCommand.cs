using System.CommandLine;
using Engine.Backend;
using Engine.Errors;

namespace Engine.Commands;

/// <summary><c>cancel</c></summary>
internal static class CancelCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("name") { Description = "The stack; else that of --stack.", Arity = ArgumentArity.ZeroOrOne };
        var yes = CommonOptions.Yes();
        var command = new Command(
            "cancel",
            "Remove a stack's locks. Only needed for locks of other machines: those of dead processes here go by themselves."
        )
        {
            name,
            yes,
        };
        command.SetAction(arguments =>
        {
            var stack = StackContext.OpenAny(
                arguments,
                arguments.GetValue(name) ?? arguments.GetValue(CommonOptions.Stack)!,
                readOnly: true
            );
            if (!stack.Exists)
            {
                throw new UserErrorException($"no stack named '{stack.Name}' found") { ExitCode = UserErrorException.StackNotFound };
            }

            if (
                !arguments.GetValue(yes)
                && (!CommonOptions.IsInteractive(arguments) || !Prompt.Confirm($"Unlock stack '{stack.Name}', whoever updates it?"))
            )
            {
                throw new UserErrorException("cancel needs an answer", "Add --yes.");
            }

            StackLock.RemoveAll(stack.RequiredStore.Paths);
            CommonOptions.Output(arguments).Line($"The currently running update for '{stack.Name}' has been canceled!");
        });
        return command;
    }
}
