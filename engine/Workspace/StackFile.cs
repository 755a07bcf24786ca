using Engine.Errors;
using YamlDotNet.RepresentationModel;

namespace Engine.Workspace;

/// <summary>A stack's <c>Pulumi.&lt;stack&gt;.yaml</c>: its secrets provider and its configuration.</summary>
internal sealed record StackFile
{
    public required string Path { get; init; }

    /// <summary>Null when the stack has no file yet.</summary>
    public YamlFile? Yaml { get; init; }

    public string? EncryptionSalt { get; init; }

    /// <summary>For example <c>awskms://alias/platform</c>; null means a passphrase.</summary>
    public string? SecretsProvider { get; init; }

    /// <summary>Where there are two entries of one key, the last.</summary>
    public IReadOnlyDictionary<ConfigKey, ConfigEntry> Config { get; init; } = new Dictionary<ConfigKey, ConfigEntry>();

    public static StackFile Load(Project project, string stack)
    {
        var path = project.StackFilePath(stack);
        if (!File.Exists(path))
        {
            return new StackFile { Path = path };
        }

        var yaml = YamlFile.Load(path, project.Directory);
        return new StackFile
        {
            Path = path,
            Yaml = yaml,
            EncryptionSalt = yaml.Scalar(yaml.Root, "encryptionsalt"),
            SecretsProvider = yaml.Scalar(yaml.Root, "secretsprovider"),
            Config = Entries(yaml, project.Name),
        };
    }

    private static Dictionary<ConfigKey, ConfigEntry> Entries(YamlFile yaml, string project)
    {
        var entries = new Dictionary<ConfigKey, ConfigEntry>();
        var errors = new List<UserError>();
        switch (YamlFile.Member(yaml.Root, "config"))
        {
            case null or YamlScalarNode { Value: null or "" }:
                break;
            case YamlMappingNode config:
                foreach (var (keyNode, value) in config)
                {
                    var text = (keyNode as YamlScalarNode)?.Value ?? "";
                    if (ConfigKey.TryParse(text, project) is { } key)
                    {
                        entries[key] = new ConfigEntry(key, value, yaml.At(value));
                    }
                    else
                    {
                        errors.Add(
                            new UserError(
                                $"'{text}' is no configuration key",
                                yaml.At(keyNode),
                                $"Write name, or namespace:name, for example {project}:replicas."
                            )
                        );
                    }
                }

                break;
            case var other:
                errors.Add(new UserError("'config' must hold keys and values", yaml.At(other)));
                break;
        }

        return errors.Count == 0 ? entries : throw new UserErrorException([.. errors]);
    }
}
