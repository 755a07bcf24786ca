using System.CommandLine;
using System.Text;
using Engine.Backend;
using Engine.Errors;
using Engine.Workspace;

namespace Engine.Commands;

/// <summary><c>config set</c></summary>
internal static class ConfigSetCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("key");
        var value = new Argument<string?>("value")
        {
            Description = "The value; read from standard input if left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var secret = new Option<bool>("--secret")
        {
            Description = "Encrypt it. The value then comes from standard input or a prompt, never from the command line.",
        };
        var plaintext = new Option<bool>("--plaintext") { Description = "Say that it is no secret." };
        var command = new Command("set", "Set one value in the stack's file.") { name, value, secret, plaintext };
        command.SetAction(arguments =>
        {
            var stack = StackContext.Open(arguments, readOnly: false);
            var key = ConfigKeys.Parse(arguments.GetValue(name)!, stack.Project);
            var isSecret = arguments.GetValue(secret);
            var given = arguments.GetValue(value);
            if (isSecret && given is not null)
            {
                throw new UserErrorException(
                    $"the value of the secret {key} was given as an argument: it is in the shell's history and in the list of processes "
                        + $"now",
                    "Nothing was written. Change the secret, then give the new one on standard input:",
                    $"  config set --secret {key} < file",
                    "or leave the value out and type it."
                );
            }

            if (!isSecret && !arguments.GetValue(plaintext) && stack.File.Config.TryGetValue(key, out var old) && old.IsSecret)
            {
                throw new UserErrorException(
                    new UserError(
                        $"{key} is a secret so far",
                        old.At,
                        "--secret encrypts the new value; --plaintext says that it is none any more."
                    )
                );
            }

            var text = given ?? Read(arguments, key, isSecret);
            var yaml = isSecret ? StackFileEditor.Secure(stack.Secrets.Crypter.Encrypt(text)) : StackFileEditor.Scalar(text);
            AtomicFile.Write(
                stack.File.Path,
                Encoding.UTF8.GetBytes(StackFileEditor.SetConfig(stack.File.Yaml?.Text ?? "", stack.Project.Name, key, yaml))
            );
        });
        return command;
    }

    private static string Read(ParseResult arguments, ConfigKey key, bool isSecret)
    {
        if (Console.IsInputRedirected)
        {
            return Console.In.ReadToEnd().TrimEnd('\r', '\n');
        }

        if (arguments.GetValue(CommonOptions.NonInteractive))
        {
            throw new UserErrorException($"no value for {key}", "Give it on standard input.");
        }

        return isSecret ? Prompt.Hidden($"{key}: ") : Prompt.Text($"{key}: ");
    }
}
