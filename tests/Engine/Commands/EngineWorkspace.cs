using System.Diagnostics;
using System.Text;
using Engine.Execution;
using Engine.Tests.Workspace;

namespace Engine.Tests.Commands;

/// <summary>A project whose program is the sample, and the engine as a process of its own, as a user runs it without a terminal.</summary>
internal sealed class EngineWorkspace : IDisposable
{
    private const string Salt = "v1:jw0JAwkePPs=:v1:mBqo1HJbkjZxv87j:R+hrDWl7zUeJFU6XRxzC8uaiz/kQ1g==";

    // What is piped is UTF-8, whatever a console of Windows shows.
    private static readonly UTF8Encoding s_encoding = new(encoderShouldEmitUTF8Identifier: false);
    private readonly TemporaryProject _project = new();

    public EngineWorkspace()
    {
        _project.WriteProject(
            $"name: demo\nruntime: {{ name: dotnet, options: {{ binary: '{Sample}' }} }}\nmain: prog\nstackConfigDir: stacks\n"
        );
        _project.WriteStack("local", $"encryptionsalt: {Salt}\n");
        Program("""{"resources":[]}""");
    }

    public string Root => _project.Directory;

    public string Rendered => Path.Combine(Root, "rendered");

    private static string Sample { get; } = Path.Combine(AppContext.BaseDirectory, "WireProgram.dll");

    /// <summary>What the sample program registers.</summary>
    public void Program(string json) => _project.Write("prog/program.json", json);

    /// <summary>Objects in a folder of YAML: a provider, and ConfigMaps of the given data.</summary>
    public void ConfigMaps(params (string Name, string Value)[] maps)
    {
        const string Map = """
            {"type":"kubernetes:core/v1:ConfigMap","name":"NAME","inputs":{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"NAME","namespace":"shop"},"data":{"key":"VALUE"}}}
            """;
        const string Provider =
            """{"type":"pulumi:providers:kubernetes","name":"render","inputs":{"renderYamlToDirectory":"../rendered"}}""";
        var objects = maps.Select(m =>
                Map.Replace("NAME", m.Name, StringComparison.Ordinal).Replace("VALUE", m.Value, StringComparison.Ordinal)
            )
            .Prepend(Provider);
        Program("{\"resources\":[" + string.Join(',', objects) + "],\"outputs\":{\"count\":" + maps.Length + "}}");
    }

    public string Write(string path, string text) => _project.Write(path, text);

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public (int Code, string Output, string Error) Run(params string[] arguments) => Run(null, null, arguments);

    public (int Code, string Output, string Error) Run(
        string? input,
        IReadOnlyDictionary<string, string>? environment,
        params string[] arguments
    )
    {
        using var process = Start(environment, arguments);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    public Process Start(IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        var info = new ProcessStartInfo(DotnetHost.Path)
        {
            WorkingDirectory = Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = s_encoding,
            StandardOutputEncoding = s_encoding,
            StandardErrorEncoding = s_encoding,
        };
        info.ArgumentList.Add(typeof(ProgramBuild).Assembly.Location);
        foreach (var argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        foreach (var name in (string[])["PULUMI_BACKEND_URL", "PULUMI_CONFIG_PASSPHRASE", "PULUMI_CONFIG_PASSPHRASE_FILE"])
        {
            info.Environment.Remove(name);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            info.Environment[name] = value;
        }

        return Process.Start(info)!;
    }

    /// <summary>All files of the state and of what was rendered, with content and time.</summary>
    public IReadOnlyList<string> Files() =>
        [
            .. new[] { ".pulumi", "rendered" }
                .Select(d => Path.Combine(Root, d))
                .Where(Directory.Exists)
                .SelectMany(d => Directory.EnumerateFiles(d, "*", SearchOption.AllDirectories))
                .Order(StringComparer.Ordinal)
                .Select(f => $"{Path.GetRelativePath(Root, f)} {File.GetLastWriteTimeUtc(f):O} {File.ReadAllText(f)}"),
        ];

    public void Dispose() => _project.Dispose();
}
