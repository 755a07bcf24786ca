using System.Globalization;
using Components.Values;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Components.Settings;

/// <summary>
/// The stack's YAML file, read for where things stand in it and which keys it has. Values come from Pulumi's config: a stack may also be
/// configured from elsewhere, and secrets are encrypted here.
/// </summary>
public sealed class SettingsFile
{
    private const string NoYaml = "this is no YAML";
    private readonly Dictionary<string, (YamlNode Key, YamlNode Value)> _entries = [];

    private SettingsFile(string path) => Path = path;

    /// <summary>The file's path as it is shown, relative to the repository.</summary>
    public string Path { get; }

    /// <summary>The stack's name, from that of the file.</summary>
    public string Stack => System.IO.Path.GetFileNameWithoutExtension(Path)["Pulumi.".Length..];

    /// <summary>The full keys under <c>config:</c>, in their order.</summary>
    public IEnumerable<string> Keys => _entries.Keys;

    /// <summary>Reads the text of a stack's file.</summary>
    /// <exception cref="ProblemsException">It is no YAML.</exception>
    public static SettingsFile Parse(string path, string text)
    {
        var file = new SettingsFile(path);
        var yaml = new YamlStream();
        try
        {
            using var reader = new StringReader(text);
            yaml.Load(reader);
        }
        catch (YamlException error)
        {
            var place = new Place(path, (int)error.Start.Line, (int)error.Start.Column);
            throw new ProblemsException([new Problem(place, NoYaml, error.InnerException?.Message ?? error.Message)]);
        }
        catch (InvalidOperationException)
        {
            // The parser's own mistake, at a bracket or brace that is never closed.
            throw new ProblemsException([
                new Problem(LastUnderstood(path, text), NoYaml, "A bracket, brace or quote is not closed, here or right after."),
            ]);
        }

        if (
            yaml.Documents is [{ RootNode: YamlMappingNode root }, ..]
            && root.Children.FirstOrDefault(entry => entry.Key is YamlScalarNode { Value: "config" }).Value is YamlMappingNode config
        )
        {
            foreach (var (key, value) in config.Children)
            {
                file._entries[((YamlScalarNode)key).Value ?? ""] = (key, value);
            }
        }

        return file;
    }

    /// <summary>Finds the file of a stack as Pulumi does: beside Pulumi.yaml, or in the folder that it names.</summary>
    public static SettingsFile Find(string root, string stack)
    {
        var project = File.ReadAllText(System.IO.Path.Combine(root, "Pulumi.yaml"));
        var folder = project
            .Split('\n')
            .Where(line => line.StartsWith("stackConfigDir:", StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim().Trim('"', '\'').TrimEnd('/'))
            .FirstOrDefault("");
        var path = System.IO.Path.Combine(folder, $"Pulumi.{stack}.yaml").Replace('\\', '/');
        var full = System.IO.Path.Combine(root, path);
        return File.Exists(full) ? Parse(path, File.ReadAllText(full)) : new SettingsFile(path);
    }

    private static Place LastUnderstood(string path, string text)
    {
        using var reader = new StringReader(text);
        var parser = new Parser(reader);
        var last = Mark.Empty;
        try
        {
            while (parser.MoveNext())
            {
                last = parser.Current!.Start;
            }
        }
        catch (Exception error) when (error is InvalidOperationException or YamlException)
        {
            return new Place(path, (int)last.Line, (int)last.Column);
        }

        return new Place(path, (int)last.Line, (int)last.Column);
    }

    /// <summary>Whether a value is text, and not what encryption leaves: a map with <c>secure</c>.</summary>
    internal bool IsInClear(string key) => Value(key) is YamlScalarNode;

    internal YamlNode? Key(string key) => _entries.GetValueOrDefault(key).Key;

    internal YamlNode? Value(string key) => _entries.GetValueOrDefault(key).Value;

    internal Place At(YamlNode? node) =>
        node is null
            ? new Place(Path)
            : new Place(
                Path,
                Convert.ToInt32(node.Start.Line, CultureInfo.InvariantCulture),
                Convert.ToInt32(node.Start.Column, CultureInfo.InvariantCulture)
            );
}
