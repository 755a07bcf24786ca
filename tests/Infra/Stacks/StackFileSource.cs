using System.Globalization;
using System.Text.Json;
using Components.Settings;
using Pulumi;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Infra.Tests.Stacks;

/// <summary>The values of a stack's file, as Pulumi would give them: text, or JSON for maps and lists. Secrets that are set have made-up
/// values.</summary>
internal sealed class StackFileSource : ISettingsSource
{
    private readonly Dictionary<string, string> _values = [];

    private StackFileSource(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        foreach (var (key, value) in (YamlMappingNode)((YamlMappingNode)yaml.Documents[0].RootNode)["config"])
        {
            _values[key.ToString()] = value is YamlScalarNode scalar ? scalar.Value ?? "" : JsonSerializer.Serialize(Plain(value));
        }
    }

    public static SettingsDocument Document(string stack, string text) =>
        new(new StackFileSource(text), SettingsFile.Parse($"stacks/Pulumi.{stack}.yaml", text));

    public string? Get(string space, string name) => _values.GetValueOrDefault($"{space}:{name}");

    public Output<string>? GetSecret(string space, string name) =>
        _values.ContainsKey($"{space}:{name}") ? Output.CreateSecret($"{name} of the stack") : null;

    private static object? Plain(YamlNode node) =>
        node switch
        {
            YamlMappingNode map => map.ToDictionary(entry => entry.Key.ToString(), entry => Plain(entry.Value)),
            YamlSequenceNode list => list.Select(Plain).ToList(),
            YamlScalarNode { Style: ScalarStyle.Plain } scalar => bool.TryParse(scalar.Value, out var truth) ? truth
            : double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : scalar.Value,
            YamlScalarNode scalar => scalar.Value,
            _ => null,
        };
}
