using System.Numerics;
using Engine.Errors;
using YamlDotNet.RepresentationModel;

namespace Engine.Workspace;

/// <summary>An entry of the project's <c>config:</c> block: a default, or the type of a value that each stack gives.</summary>
internal sealed record ConfigDeclaration(ConfigKey Key, SourceLocation At)
{
    public ConfigEntry? Default { get; init; }

    public string? Type { get; init; }

    public string? Description { get; init; }

    public bool Secret { get; init; }

    /// <summary>Typed and without a default: each stack must have it.</summary>
    public bool IsRequired => Default is null && Type is not null;

    public static IReadOnlyList<ConfigDeclaration> Of(Project project) =>
        YamlFile.Member(project.Yaml.Root, "config") is not YamlMappingNode config
            ? []
            : [.. config.Select(c => Read(project, c.Key, c.Value))];

    /// <summary>What is wrong with a stack's value, or null.</summary>
    public string? Objection(ConfigEntry given)
    {
        if (Secret && !given.IsSecret)
        {
            return "must be a secret: set it with config set --secret";
        }

        var fits = Type switch
        {
            null => true,
            _ when ConfigEntry.Ciphertext(given.Node) is not null => true,
            "array" => given.Node is YamlSequenceNode,
            "object" => given.Node is YamlMappingNode,
            "string" => given.Node is YamlScalarNode,
            "integer" => given.Node is YamlScalarNode scalar
                && (YamlScalars.Read(scalar) is BigInteger || BigInteger.TryParse(scalar.Value, out _)),
            "boolean" => given.Node is YamlScalarNode { Value: "true" or "false" },
            _ => true,
        };
        return fits ? null : $"must be of type {Type}";
    }

    private static ConfigDeclaration Read(Project project, YamlNode keyNode, YamlNode value)
    {
        var yaml = project.Yaml;
        var text = (keyNode as YamlScalarNode)?.Value ?? "";
        var key = ConfigKey.TryParse(text, project.Name)
            ?? throw new UserErrorException(
                new UserError($"'{text}' is no configuration key", yaml.At(keyNode), "Write name, or namespace:name.")
            );
        var declaration = new ConfigDeclaration(key, yaml.At(keyNode));
        if (value is not YamlMappingNode mapping)
        {
            return declaration with { Default = new ConfigEntry(key, value, yaml.At(value)) };
        }

        var given = YamlFile.Member(mapping, "value") ?? YamlFile.Member(mapping, "default");
        return declaration with
        {
            Type = yaml.Scalar(mapping, "type"),
            Description = yaml.Scalar(mapping, "description"),
            Secret = yaml.Scalar(mapping, "secret") == "true",
            Default = given is null ? null : new ConfigEntry(key, given, yaml.At(given)),
        };
    }
}
