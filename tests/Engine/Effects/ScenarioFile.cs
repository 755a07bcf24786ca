using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Engine.Values;
using YamlDotNet.RepresentationModel;

namespace Engine.Tests.Effects;

/// <summary>
/// Scenarios in a text file: first the stack that all of them start from, then of each a title, the change as YAML, and below <c>=></c>
/// what users read.
/// </summary>
internal sealed record ScenarioFile(string Path, string Head, PropertyMap Stack, IReadOnlyList<EffectScenario> Scenarios)
{
    private const string TitleSign = "## ";
    private const string Answer = "=>";

    public static IEnumerable<string> Names =>
        Directory
            .EnumerateFiles(Folder(), "*.txt")
            .Select(file => System.IO.Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal);

    public static ScenarioFile Load(string name)
    {
        var path = System.IO.Path.Combine(Folder(), name + ".txt");
        var sections = ("\n" + File.ReadAllText(path).ReplaceLineEndings("\n")).Split("\n" + TitleSign);
        return new ScenarioFile(path, sections[0].Trim('\n'), Yaml(sections[0]), [.. sections[1..].Select(Section)]);
    }

    public static PropertyMap Yaml(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents.Count == 0 ? PropertyMap.Empty : (PropertyMap)Value(stream.Documents[0].RootNode);
    }

    public void Save(IEnumerable<EffectScenario> scenarios)
    {
        var text = new StringBuilder(Head).Append('\n');
        foreach (var scenario in scenarios)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n{TitleSign}{scenario.Title}\n{scenario.Changes}\n{Answer}\n{scenario.Expected}\n"
            );
        }

        File.WriteAllText(Path, text.ToString());
    }

    private static EffectScenario Section(string text)
    {
        var title = text[..text.IndexOf('\n', StringComparison.Ordinal)];
        var parts = text[title.Length..].Split($"\n{Answer}\n");
        return new EffectScenario(title, parts[0].Trim('\n'), parts.Length > 1 ? parts[1].Trim('\n') : "");
    }

    private static PropertyValue Value(YamlNode node) =>
        node switch
        {
            YamlMappingNode map => new PropertyMap(
                map.Children.Select(child => KeyValuePair.Create(((YamlScalarNode)child.Key).Value!, Value(child.Value)))
            ),
            YamlSequenceNode list => new PropertyArray(list.Select(Value)),
            YamlScalarNode { Tag: { IsEmpty: false } tag } scalar when tag.Value == "!secret" => new PropertySecret(scalar.Value!),
            YamlScalarNode { Tag: { IsEmpty: false } tag } when tag.Value == "!unknown" => PropertyValue.Computed,
            YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } scalar => Plain(scalar.Value!),
            _ => ((YamlScalarNode)node).Value!,
        };

    private static PropertyValue Plain(string text) =>
        text switch
        {
            "null" => PropertyValue.Null,
            "true" => true,
            "false" => false,
            _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : text,
        };

    private static string Folder([CallerFilePath] string file = "") => System.IO.Path.GetDirectoryName(file)!;
}
