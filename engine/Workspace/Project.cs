using Engine.Errors;
using YamlDotNet.RepresentationModel;
using static System.IO.Path;

namespace Engine.Workspace;

/// <summary>A project: <c>Pulumi.yaml</c> and where things are from there.</summary>
internal sealed record Project
{
    public const string FileName = "Pulumi.yaml";

    public required string Name { get; init; }

    /// <summary>Where Pulumi.yaml is.</summary>
    public required string Directory { get; init; }

    /// <summary>Where the program starts from.</summary>
    public required string ProgramDirectory { get; init; }

    /// <summary>The project file or directory that is built: <see cref="ProgramDirectory"/>, or the file in it that <c>main</c>
    /// names.</summary>
    public required string EntryPoint { get; init; }

    /// <summary>Set when the program comes built: a dll, or an executable.</summary>
    public string? Binary { get; init; }

    /// <summary>Directory of the stacks' files.</summary>
    public required string StackConfigDirectory { get; init; }

    public string? BackendUrl { get; init; }

    public required YamlFile Yaml { get; init; }

    public string StackFilePath(string stack) => Combine(StackConfigDirectory, $"Pulumi.{stack.Replace('/', '-')}.yaml");

    /// <summary>The project that <paramref name="directory"/> is in.</summary>
    /// <exception cref="UserErrorException">There is none, or its file is wrong.</exception>
    public static Project Find(string directory)
    {
        for (var at = GetFullPath(directory); at is not null; at = GetDirectoryName(at))
        {
            var path = Combine(at, FileName);
            if (File.Exists(path))
            {
                return Load(path);
            }
        }

        throw new UserErrorException(
            $"no {FileName} found in {directory} or a directory above it",
            "Run from the project's directory, or name it: --cwd <directory>."
        );
    }

    private static Project Load(string path)
    {
        var directory = GetDirectoryName(path)!;
        var yaml = YamlFile.Load(path, directory);
        var name = yaml.Scalar(yaml.Root, "name");
        if (name is null || name.Length > 100 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-'))
        {
            throw new UserErrorException(
                new UserError(
                    name is null ? "the project has no name" : $"'{name}' is no project name",
                    new SourceLocation(yaml.ShownAs, (int)(YamlFile.Member(yaml.Root, "name")?.Start.Line ?? 1)),
                    "name: up to 100 letters, digits, '_', '.' and '-'"
                )
            );
        }

        var main = Combine(directory, yaml.Scalar(yaml.Root, "main") ?? ".");
        var isFile = File.Exists(main);
        if (!isFile && !System.IO.Directory.Exists(main))
        {
            throw new UserErrorException(
                new UserError(
                    $"the program '{yaml.Scalar(yaml.Root, "main")}' does not exist",
                    yaml.At(YamlFile.Member(yaml.Root, "main")!),
                    "main: the directory of the program, or its project file, relative to Pulumi.yaml"
                )
            );
        }

        var full = TrimEndingDirectorySeparator(GetFullPath(main));
        var runtime = YamlFile.Member(yaml.Root, "runtime");
        return new Project
        {
            Name = name,
            Directory = directory,
            Yaml = yaml,
            EntryPoint = full,
            ProgramDirectory = isFile ? GetDirectoryName(full)! : full,
            Binary = Runtime(yaml, runtime),
            StackConfigDirectory = Combine(directory, yaml.Scalar(yaml.Root, "stackConfigDir") ?? ""),
            BackendUrl = YamlFile.Member(yaml.Root, "backend") is YamlMappingNode backend ? yaml.Scalar(backend, "url") : null,
        };
    }

    private static string? Runtime(YamlFile yaml, YamlNode? runtime)
    {
        var name = runtime switch
        {
            YamlMappingNode mapping => yaml.Scalar(mapping, "name"),
            YamlScalarNode scalar => scalar.Value,
            _ => "dotnet",
        };
        if (name != "dotnet")
        {
            throw new UserErrorException(
                new UserError(
                    $"the runtime '{name}' cannot be run by this engine",
                    yaml.At(runtime!),
                    "It runs 'dotnet'; the Pulumi CLI runs others."
                )
            );
        }

        return runtime is YamlMappingNode { } options && YamlFile.Member(options, "options") is YamlMappingNode values
            ? yaml.Scalar(values, "binary")
            : null;
    }
}
