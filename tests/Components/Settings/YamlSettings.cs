using System.Globalization;
using System.Text.Json;
using Components.Settings;
using Pulumi;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Components.Tests.Settings;

/// <summary>Settings as a stack's file has them, given to programs as Pulumi gives them: text, or JSON for maps and lists.</summary>
internal sealed class YamlSettings : ISettingsSource
{
    private readonly Dictionary<string, string> _values = [];

    private YamlSettings(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        foreach (var (key, value) in (YamlMappingNode)((YamlMappingNode)yaml.Documents[0].RootNode)["config"])
        {
            _values[key.ToString()] = value is YamlScalarNode scalar ? scalar.Value ?? "" : JsonSerializer.Serialize(Plain(value));
        }
    }

    /// <summary>The settings of a stack <c>test</c>; the lines are those under <c>config:</c>, indented by two spaces, the first being line
    /// 2.</summary>
    public static SettingsDocument Document(string config)
    {
        var text = "config:\n" + config;
        return new SettingsDocument(new YamlSettings(text), SettingsFile.Parse("stacks/Pulumi.test.yaml", text));
    }

    public string? Get(string space, string name) => _values.GetValueOrDefault($"{space}:{name}");

    public Output<string>? GetSecret(string space, string name) => null;

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
