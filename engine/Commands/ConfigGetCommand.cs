using System.CommandLine;
using Engine.Errors;

namespace Engine.Commands;

/// <summary><c>config get</c></summary>
internal static class ConfigGetCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("key");
        var command = new Command("get", "Print one value, a secret in clear.") { name };
        command.SetAction(arguments =>
        {
            var stack = StackContext.Open(arguments, readOnly: false);
            var key = ConfigKeys.Parse(arguments.GetValue(name)!, stack.Project);
            CommonOptions
                .Revealing(arguments)
                .Value(
                    stack.File.Config.TryGetValue(key, out var entry)
                        ? (entry.IsSecret ? entry.Resolve(stack.Secrets.Crypter) : entry.Resolve(new Secrets.UnreadableCrypter())).Text
                        : throw new UserErrorException(
                            $"configuration key '{arguments.GetValue(name)}' not found for stack '{stack.Name}'",
                            "'config ls' lists the keys."
                        )
                );
        });
        return command;
    }
}
