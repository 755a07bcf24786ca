using System.Text;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Engine.Workspace;

/// <summary>Changes single entries of a stack's file, a line at a time: comments and layout of all else stay as they are.</summary>
internal static partial class StackFileEditor
{
    /// <summary>The text with a top-level member (for example <c>encryptionsalt</c>) set.</summary>
    public static string SetMember(string text, string name, string value)
    {
        var yaml = YamlFile.Parse(name, name, text);
        if (YamlFile.Member(yaml.Root, name) is { } node)
        {
            return Replace(text, yaml.Root, name, node, value);
        }

        return text.Length == 0 || text.EndsWith('\n') ? $"{text}{name}: {value}\n" : $"{text}\n{name}: {value}\n";
    }

    /// <summary>The text with a configuration value set; a new key goes to the end of <c>config</c>.</summary>
    /// <param name="text">The file's.</param>
    /// <param name="project">To know which key an entry without a namespace is.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">YAML that fits in a line, see <see cref="Scalar"/> and <see cref="Secure"/>.</param>
    public static string SetConfig(string text, string project, ConfigKey key, string value)
    {
        var yaml = YamlFile.Parse("config", "config", text);
        if (YamlFile.Member(yaml.Root, "config") is not YamlMappingNode { Children.Count: > 0 } config)
        {
            var without = YamlFile.Member(yaml.Root, "config") is null ? text : RemoveMember(text, yaml.Root, "config");
            return $"{(without.Length == 0 || without.EndsWith('\n') ? without : without + "\n")}config:\n  {key}: {value}\n";
        }

        if (Find(config, project, key) is { } found)
        {
            return Replace(text, config, ((YamlScalarNode)found.Key).Value!, found.Value, value);
        }

        var lines = Lines(text);
        var first = (YamlScalarNode)config.Children[0].Key;
        if (config.Style == YamlDotNet.Core.Events.MappingStyle.Flow)
        {
            var at = (int)config.Start.Index + 1;
            return text.Insert(at, $" {key}: {value},");
        }

        var last = LastLine(config.Children[^1].Value, lines, (int)config.Children[^1].Key.Start.Line);
        lines.Insert(last, new string(' ', (int)first.Start.Column - 1) + $"{key}: {value}\n");
        if (last > 0 && !lines[last - 1].EndsWith('\n'))
        {
            lines[last - 1] += "\n";
        }

        return string.Concat(lines);
    }

    /// <summary>The text without a configuration value; null when it has none.</summary>
    public static string? RemoveConfig(string text, string project, ConfigKey key)
    {
        var yaml = YamlFile.Parse("config", "config", text);
        return YamlFile.Member(yaml.Root, "config") is YamlMappingNode config && Find(config, project, key) is { } found
            ? config.Children.Count == 1
                ? RemoveMember(text, yaml.Root, "config")
                : RemoveMember(text, config, ((YamlScalarNode)found.Key).Value!)
            : null;
    }

    /// <summary>A value as Pulumi's <c>config set</c> writes it: a text, in quotes where YAML would read it as something else.</summary>
    public static string Scalar(string value)
    {
        if (Plain().IsMatch(value) && YamlScalars.Read(new YamlScalarNode(value)) is string)
        {
            return value;
        }

        return "\""
            + value
                .Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("\"", "\\\"", StringComparison.Ordinal)
                .Replace("\n", "\\n", StringComparison.Ordinal)
                .Replace("\r", "\\r", StringComparison.Ordinal)
                .Replace("\t", "\\t", StringComparison.Ordinal)
            + "\"";
    }

    public static string Secure(string ciphertext) => $"{{ secure: {ciphertext} }}";

    private static KeyValuePair<YamlNode, YamlNode>? Find(YamlMappingNode config, string project, ConfigKey key)
    {
        foreach (var child in config)
        {
            if (child.Key is YamlScalarNode { Value: { } text } && ConfigKey.TryParse(text, project) == key)
            {
                return child;
            }
        }

        return null;
    }

    private static string Replace(string text, YamlMappingNode mapping, string name, YamlNode node, string value)
    {
        if (
            node.Start.Line == node.End.Line
            && node
                is YamlScalarNode
                    or YamlMappingNode { Style: YamlDotNet.Core.Events.MappingStyle.Flow }
                    or YamlSequenceNode { Style: YamlDotNet.Core.Events.SequenceStyle.Flow }
            && node.Start.Index < node.End.Index
            && node.Start.Line == node.End.Line
        )
        {
            return string.Concat(text.AsSpan(0, (int)node.Start.Index), value, text.AsSpan((int)node.End.Index));
        }

        var key = mapping.Children.Keys.Single(k => k is YamlScalarNode scalar && scalar.Value == name);
        var lines = Lines(text);
        var at = (int)key.Start.Line - 1;
        var last = LastLine(node, lines, at + 1);
        var margin = new StringBuilder(lines[at][..((int)key.Start.Column - 1)]);
        lines.RemoveRange(at, last - at);
        lines.Insert(at, $"{margin}{name}: {value}\n");
        return string.Concat(lines);
    }

    private static string RemoveMember(string text, YamlMappingNode mapping, string name)
    {
        var index = mapping.Children.Keys.ToList().FindIndex(k => k is YamlScalarNode scalar && scalar.Value == name);
        var (key, node) = mapping.Children[index];
        if (mapping.Style == YamlDotNet.Core.Events.MappingStyle.Flow)
        {
            var start = index > 0 ? (int)mapping.Children[index - 1].Value.End.Index : (int)key.Start.Index;
            var end = index > 0 || mapping.Children.Count == 1 ? (int)node.End.Index : (int)mapping.Children[index + 1].Key.Start.Index;
            return text.Remove(start, end - start);
        }

        var lines = Lines(text);
        var at = (int)key.Start.Line - 1;
        lines.RemoveRange(at, LastLine(node, lines, at + 1) - at);
        return string.Concat(lines);
    }

    /// <summary>Number (from 1) of the last line that belongs to a value: blank lines and comments after it are not its own.</summary>
    private static int LastLine(YamlNode node, List<string> lines, int keyLine)
    {
        switch (node)
        {
            case YamlMappingNode { Style: not YamlDotNet.Core.Events.MappingStyle.Flow, Children: { Count: > 0 } members }:
                return LastLine(members[^1].Value, lines, (int)members[^1].Key.Start.Line);
            case YamlSequenceNode { Style: not YamlDotNet.Core.Events.SequenceStyle.Flow, Children: { Count: > 0 } items }:
                return LastLine(items[^1], lines, (int)items[^1].Start.Line);
        }

        var last = Math.Min(lines.Count, (int)Math.Max(node.End.Line, keyLine));
        last -= node.End.Column == 1 && last > keyLine ? 1 : 0;
        while (last > keyLine && lines[last - 1].Trim().Length == 0)
        {
            last--;
        }

        return last;
    }

    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = text.IndexOf('\n', start) + 1;
            end = end == 0 ? text.Length : end;
            lines.Add(text[start..end]);
        }

        return lines;
    }

    [GeneratedRegex(@"^[A-Za-z0-9_./][A-Za-z0-9_./@+ -]*(?<! )$")]
    private static partial Regex Plain();
}
