using System.CommandLine;
using System.Text.Json;
using Engine.Display;
using Engine.Values;

namespace Engine.Commands;

/// <summary><c>config ls</c></summary>
internal static class ConfigListCommand
{
    public static Command Create()
    {
        var asJson = new Option<bool>("--json", "-j") { Description = "Print as JSON." };
        var showSecrets = new Option<bool>("--show-secrets") { Description = "Print secrets in clear." };
        var command = new Command("ls", "List the configuration.") { asJson, showSecrets };
        command.SetAction(arguments =>
        {
            var reveal = arguments.GetValue(showSecrets);
            var stack = StackContext.Open(arguments, readOnly: !reveal);
            var entries = stack
                .File.Config.Values.OrderBy(e => e.Key.ToString(), StringComparer.Ordinal)
                .Select(e => (Entry: e, Text: e.IsSecret && !reveal ? PropertySecret.Shown : e.Resolve(stack.Secrets.Crypter).Text))
                .ToList();
            var output = reveal ? CommonOptions.Revealing(arguments) : CommonOptions.Output(arguments);
            if (arguments.GetValue(asJson))
            {
                output.Json(
                    JsonText.Write(json => Write(json, entries.Select(e => (e.Entry.Key.ToString(), e.Text, e.Entry.IsSecret)), reveal))
                );
                return;
            }

            var names = entries
                .Select(e => e.Entry.Key.Namespace == stack.Project.Name ? e.Entry.Key.Name : e.Entry.Key.ToString())
                .ToList();
            var width = names.Append("KEY").Max(n => n.Length);
            output.Line($"{"KEY".PadRight(width)}  VALUE", Tone.Heading);
            foreach (var (name, entry) in names.Zip(entries))
            {
                output.Line($"{name.PadRight(width)}  {entry.Text}");
            }
        });
        return command;
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<(string Key, string Text, bool IsSecret)> entries, bool reveal)
    {
        json.WriteStartObject();
        foreach (var (key, text, isSecret) in entries)
        {
            json.WriteStartObject(key);
            if (!isSecret || reveal)
            {
                json.WriteString("value", text);
            }

            json.WriteBoolean("secret", isSecret);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
