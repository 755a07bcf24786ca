using System.CommandLine;
using Engine.Backend;
using Engine.Display;
using Engine.Errors;
using Engine.Secrets;
using Engine.Workspace;

namespace Engine.Commands;

/// <summary><c>stack init</c></summary>
internal static class StackInitCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("name") { Description = "The new stack.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("init", "Make a stack: its file with an encryption salt, and an empty state.") { name };
        command.SetAction(arguments =>
        {
            var stack = StackContext.OpenAny(
                arguments,
                arguments.GetValue(name) ?? arguments.GetValue(CommonOptions.Stack)!,
                readOnly: false
            );
            var store = stack.RequiredStore;
            if (store.Exists)
            {
                throw new UserErrorException(
                    $"stack '{stack.Name}' already exists",
                    $"'preview -s {stack.Name}' shows what it would hold."
                );
            }

            var file = stack.File;
            if (file.EncryptionSalt is null && stack.Secrets.Type == StackCrypters.PassphraseType)
            {
                var passphrase = ChoosePassphrase(arguments, stack.Name);
                var salt = EncryptionSalt.Create(passphrase);
                var text = file.Yaml?.Text ?? "";
                AtomicFile.Write(
                    file.Path,
                    System.Text.Encoding.UTF8.GetBytes(StackFileEditor.SetMember(text, "encryptionsalt", salt.Text))
                );
                stack = StackContext.OpenAny(arguments, stack.Name, readOnly: false);
                WarnOfNoPassphrase(passphrase, stack.Name, arguments);
            }

            using var held = StackLock.Take(store.Paths, stack.Time);
            stack.Secrets.RequireUnlocked();
            store.Replace(State.Snapshot.Empty, stack.Secrets);
            CommonOptions.Output(arguments).Line($"Created stack '{stack.Name}'");
        });
        return command;
    }

    // Right for the stack of a workstation, which holds no secret of anybody's.
    private static void WarnOfNoPassphrase(string passphrase, string stack, ParseResult arguments)
    {
        if (passphrase.Length == 0 && stack != StateFolder.DefaultStack)
        {
            CommonOptions
                .Errors(arguments)
                .Line(
                    $"warning: the passphrase of stack '{stack}' is empty: whoever reads its file and state can read its secrets.\n"
                        + $"  For a stack that others share: pulumi stack init {stack} --secrets-provider awskms://alias/…",
                    Tone.Warning
                );
        }
    }

    private static string ChoosePassphrase(ParseResult arguments, string stack)
    {
        if (Passphrase.FromEnvironment() is { } given)
        {
            return given;
        }

        if (stack == StateFolder.DefaultStack)
        {
            return "";
        }

        if (!CommonOptions.IsInteractive(arguments))
        {
            throw new UserErrorException(
                $"stack '{stack}' needs a passphrase for its secrets",
                $"Set {Passphrase.Variable}, or {Passphrase.FileVariable} to a file that holds it."
            );
        }

        var typed = Prompt.Hidden($"New passphrase of stack '{stack}': ");
        return typed == Prompt.Hidden("Once more: ") ? typed : throw new UserErrorException("the two passphrases differ; nothing was made");
    }
}
