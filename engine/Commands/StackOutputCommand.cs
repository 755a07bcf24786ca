using System.CommandLine;
using Engine.Display;
using Engine.Errors;
using Engine.Masking;
using Engine.Values;

namespace Engine.Commands;

/// <summary><c>stack output</c></summary>
internal static class StackOutputCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("property") { Description = "One output; all if left out.", Arity = ArgumentArity.ZeroOrOne };
        var asJson = new Option<bool>("--json", "-j") { Description = "Print as JSON." };
        var showSecrets = new Option<bool>("--show-secrets") { Description = "Print secrets in clear." };
        var command = new Command("output", "Print the stack's outputs.") { name, asJson, showSecrets };
        command.SetAction(arguments =>
        {
            var reveal = arguments.GetValue(showSecrets);
            var stack = StackContext.Open(arguments, readOnly: !reveal);
            var snapshot = stack.RequiredStore.Load(stack.Secrets).Snapshot;
            var all = snapshot.Resources.FirstOrDefault(r => r.Type == Urn.StackType && !r.Delete)?.Outputs ?? PropertyMap.Empty;
            var outputs = reveal ? (PropertyMap)all.PlainDeep() : MaskedValues.Of(all);
            var screen = reveal ? CommonOptions.Revealing(arguments) : CommonOptions.Output(arguments);
            if (arguments.GetValue(name) is not { } wanted)
            {
                Print(screen, outputs, arguments.GetValue(asJson));
                return;
            }

            var found = outputs.Get(wanted)
                ?? throw new UserErrorException(
                    $"current stack does not have output property '{wanted}'",
                    outputs.Count == 0 ? "It has none." : $"It has: {string.Join(", ", outputs.Keys)}."
                );
            if (arguments.GetValue(asJson) || found is not PropertyString text)
            {
                screen.Json(JsonText.Write(json => JsonValues.Write(json, found, null)));
                return;
            }

            screen.Value(text.Value);
        });
        return command;
    }

    private static void Print(Screen screen, PropertyMap outputs, bool asJson)
    {
        if (asJson)
        {
            screen.Json(JsonText.Write(json => JsonValues.Write(json, outputs, null)));
            return;
        }

        screen.Line($"Current stack outputs ({outputs.Count}):", Tone.Heading);
        var width = outputs.Count == 0 ? 0 : outputs.Keys.Max(k => k.Length);
        foreach (var (key, value) in outputs)
        {
            screen.Line($"    {key.PadRight(width)}  {(value is PropertyString text ? text.Value : JsonValues.Text(value, null))}");
        }
    }
}
