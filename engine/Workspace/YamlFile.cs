using Engine.Errors;
using Engine.Values;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Engine.Workspace;

/// <summary>A YAML file whose nodes know their lines.</summary>
internal sealed class YamlFile
{
    private YamlFile(string path, string shownAs, string text, YamlMappingNode root) =>
        (Path, ShownAs, Text, Root) = (path, shownAs, text, root);

    public string Path { get; }

    /// <summary>The path relative to the project's directory, for messages.</summary>
    public string ShownAs { get; }

    public string Text { get; }

    public YamlMappingNode Root { get; }

    /// <exception cref="UserErrorException">The file cannot be read, or is no YAML mapping.</exception>
    public static YamlFile Load(string path, string relativeTo)
    {
        var shownAs = ShownPath.From(relativeTo, path);
        try
        {
            return Parse(path, shownAs, File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{shownAs} cannot be read: {e.Message}");
        }
    }

    public static YamlFile Parse(string path, string shownAs, string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            throw new UserErrorException(
                new UserError(
                    $"this is not valid YAML: {Reason(e)}",
                    new SourceLocation(shownAs, (int)e.Start.Line, (int)e.Start.Column),
                    "Look at this line and the one above: indentation (spaces, no tabs), a colon and a space after each key, quotes "
                        + "that end."
                )
            );
        }

        return stream.Documents.Count == 0
            ? new YamlFile(path, shownAs, text, new YamlMappingNode())
            : stream.Documents[0].RootNode switch
            {
                YamlMappingNode root => new YamlFile(path, shownAs, text, root),
                YamlScalarNode { Value: null or "" } => new YamlFile(path, shownAs, text, new YamlMappingNode()),
                var other => throw new UserErrorException(
                    new UserError(
                        "the file must hold keys and values",
                        new SourceLocation(shownAs, (int)other.Start.Line, (int)other.Start.Column),
                        "For example: config: { … }"
                    )
                ),
            };
    }

    public SourceLocation At(YamlNode node) => new(ShownAs, (int)node.Start.Line, (int)node.Start.Column);

    /// <summary>The member's text, or null where it is missing or empty.</summary>
    /// <exception cref="UserErrorException">It is a list or a mapping.</exception>
    public string? Scalar(YamlMappingNode mapping, string key) =>
        Member(mapping, key) switch
        {
            null => null,
            YamlScalarNode scalar => string.IsNullOrEmpty(scalar.Value) ? null : scalar.Value,
            var other => throw new UserErrorException(new UserError($"'{key}' must be a text", At(other))),
        };

    public static YamlNode? Member(YamlMappingNode mapping, string key) =>
        mapping.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    private static string Reason(YamlException e)
    {
        var text = e.InnerException is YamlException inner ? inner.Message : e.Message;
        return text.Length > 0 ? char.ToLowerInvariant(text[0]) + text[1..].TrimEnd('.') : "unexpected text";
    }
}
