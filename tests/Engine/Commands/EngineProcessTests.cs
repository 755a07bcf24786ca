using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Engine.Tests.Commands;

/// <summary>The engine as users run it.</summary>
public sealed class EngineProcessTests : IDisposable
{
    private readonly EngineWorkspace _workspace = new();

    private string Journal => Path.Combine(_workspace.Root, ".pulumi", "journals", "demo", "local.jsonl");

    [Fact]
    public void Up_makes_what_the_program_says_and_then_writes_nothing()
    {
        _workspace.ConfigMaps(("a", "1"), ("b", "2"));

        var (code, output, error) = _workspace.Run("up");
        code.ShouldBe(0, output + error);
        output.ShouldContain("kubectl apply");
        output.ShouldContain("+ count  2");
        Directory.GetFiles(_workspace.Rendered, "*", SearchOption.AllDirectories).Length.ShouldBe(2);

        var before = _workspace.Files();
        _workspace.Run("up", "--expect-no-changes").Code.ShouldBe(0);
        _workspace.Run("preview", "--diff").Code.ShouldBe(0);
        _workspace.Files().ShouldBe(before);
    }

    [Fact]
    public void A_preview_shows_the_change_and_changes_nothing()
    {
        _workspace.ConfigMaps(("a", "1"));
        _workspace.Run("up").Code.ShouldBe(0);
        var before = _workspace.Files();
        _workspace.ConfigMaps(("a", "5"), ("c", "1"));

        _workspace.Run("preview").Output.ShouldContain("key 1 -> 5");
        var (code, _, error) = _workspace.Run("preview", "--expect-no-changes");
        code.ShouldBe(7);
        error.ShouldContain("no changes were expected");
        using var json = JsonDocument.Parse(_workspace.Run("preview", "--json").Output);
        json.RootElement.GetProperty("changeSummary").GetProperty("create").GetInt32().ShouldBe(1);
        _workspace.Files().ShouldBe(before);
    }

    [Fact]
    public void A_preview_compares_with_one_thing()
    {
        var (code, _, error) = _workspace.Run("preview", "--against", "state.json", "--since", "HEAD");

        code.ShouldBe(2);
        error.ShouldContain("--against compares with an exported state, and --since with a commit");
        error.ShouldContain("Leave one of the two out.");
    }

    [Fact]
    public void A_preview_against_an_exported_state_stops_before_an_effect_that_is_too_bad()
    {
        _workspace.ConfigMaps(("a", "1"));
        _workspace.Run("up").Code.ShouldBe(0);
        var state = Path.Combine(_workspace.Root, "state.json");
        File.WriteAllText(state, _workspace.Run("stack", "export").Output);
        _workspace.Run("destroy", "--yes").Code.ShouldBe(0);
        _workspace.ConfigMaps(("a", "2"));

        var (code, output, error) = _workspace.Run("preview", "--against", state, "--fail-on", "restart");
        code.ShouldBe(5, output + error);
        output.ShouldContain("key 1 -> 2");
        error.ShouldContain("--fail-on restart: 1 of 1 effects is as bad or worse");
        _workspace.Run("preview", "--against", state, "--fail-on", "outage").Code.ShouldBe(0);
        using var json = JsonDocument.Parse(_workspace.Run("preview", "--against", state, "--json").Output);
        json.RootElement.GetProperty("effects")[0].GetProperty("impact").GetString().ShouldBe("restart");
        File.WriteAllText(state, "[]");
        _workspace.Run("preview", "--against", state).Error.ShouldContain("is no exported state");
    }

    [Fact]
    public void Destroy_needs_an_answer_and_leaves_nothing()
    {
        _workspace.ConfigMaps(("a", "1"));
        _workspace.Run("up").Code.ShouldBe(0);

        _workspace.Run("destroy").Code.ShouldBe(2);
        _workspace.Run("stack", "rm", "--yes").Error.ShouldContain("still has resources");
        _workspace.Run("destroy", "--yes").Code.ShouldBe(0);
        _workspace.Files().ShouldNotContain(file => file.StartsWith("rendered", StringComparison.Ordinal));
        _workspace.Run("stack", "rm", "--yes").Code.ShouldBe(0);
        File.Exists(Path.Combine(_workspace.Root, "stacks", "Pulumi.local.yaml")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(70)]
    public void A_killed_up_is_finished_by_the_next_one(int lines)
    {
        _workspace.ConfigMaps([.. Enumerable.Range(0, 40).Select(i => ($"m{i}", $"{i}"))]);
        using (var engine = _workspace.Start(null, "up"))
        {
            SpinWait.SpinUntil(() => engine.HasExited || (File.Exists(Journal) && Lines(Journal) >= lines));
            engine.Kill(entireProcessTree: true);
            engine.WaitForExit();
        }

        _workspace.Run("up").Code.ShouldBe(0);

        Directory.GetFiles(_workspace.Rendered, "*", SearchOption.AllDirectories).Length.ShouldBe(40);
        _workspace.Run("up", "--expect-no-changes").Code.ShouldBe(0);
        using var state = JsonDocument.Parse(_workspace.Run("stack", "export").Output);
        var deployment = state.RootElement.GetProperty("deployment");
        deployment.GetProperty("resources").GetArrayLength().ShouldBe(42);
        deployment.TryGetProperty("pending_operations", out _).ShouldBeFalse();
    }

    [SkippableFact]
    public void An_interrupted_up_saves_what_was_done_and_the_next_one_goes_on()
    {
        Skip.If(OperatingSystem.IsWindows(), "signals are sent with kill");
        _workspace.ConfigMaps([.. Enumerable.Range(0, 400).Select(i => ($"m{i}", $"{i}"))]);
        using (var engine = _workspace.Start(null, "up"))
        {
            var output = engine.StandardOutput.ReadToEndAsync();
            SpinWait.SpinUntil(() => engine.HasExited || (File.Exists(Journal) && Lines(Journal) >= 10));
            Process.Start("kill", ["-TERM", $"{engine.Id}"]).WaitForExit();
            engine.WaitForExit();
            engine.ExitCode.ShouldBe(1);
            output.GetAwaiter().GetResult().ShouldContain("what was done is saved");
        }

        File.Exists(Journal).ShouldBeFalse();
        Directory.EnumerateFiles(Path.Combine(_workspace.Root, ".pulumi", "locks"), "*.json", SearchOption.AllDirectories).ShouldBeEmpty();
        var (code, again, _) = _workspace.Run("up");
        code.ShouldBe(0);
        again.ShouldMatch(@"\d+ unchanged");
        Directory.GetFiles(_workspace.Rendered, "*", SearchOption.AllDirectories).Length.ShouldBe(400);
    }

    [Fact]
    public void A_configured_secret_is_found_in_the_rendered_Secret_only()
    {
        const string Value = "correct horse battery";
        var passphrase = new Dictionary<string, string> { ["PULUMI_CONFIG_PASSPHRASE"] = "of its own" };
        _workspace.Program(
            """
            {"resources":[
              {"type":"pulumi:providers:kubernetes","name":"render","inputs":{"renderYamlToDirectory":"../rendered"}},
              {"type":"kubernetes:core/v1:Secret","name":"s","inputs":{"apiVersion":"v1","kind":"Secret","metadata":{"name":"s","namespace":"shop"},"stringData":{"pw":"${demo:pw}"}}}
            ],"outputs":{"pw":"${demo:pw}"}}
            """
        );
        var said = new StringBuilder();
        void Run(string? input, params string[] arguments)
        {
            var (code, output, error) = _workspace.Run(input, passphrase, [.. arguments, "-s", "prod"]);
            code.ShouldBe(0, output + error);
            said.Append(output).Append(error);
        }

        Run(null, "stack", "init");
        Run(Value, "config", "set", "--secret", "pw");
        Run(null, "preview", "--diff");
        Run(null, "up", "--yes");
        Run(null, "up", "--yes", "--json");
        Run(null, "stack", "output");
        Run(null, "stack", "export");

        string[] forms = [Value, Convert.ToBase64String(Encoding.UTF8.GetBytes(Value))];
        var holders = Directory
            .EnumerateFiles(_workspace.Root, "*", SearchOption.AllDirectories)
            .Where(f => forms.Any(File.ReadAllText(f).Contains))
            .Select(f => Path.GetRelativePath(_workspace.Root, f));
        holders.ShouldBe([Path.Combine("rendered", "1-manifest", "v1-secret-shop-s.yaml")]);
        forms.ShouldAllBe(form => !said.ToString().Contains(form));
        _workspace.Run(null, passphrase, "config", "get", "pw", "-s", "prod").Output.Trim().ShouldBe(Value);
        _workspace.Run(null, passphrase, "stack", "output", "pw", "--show-secrets", "-s", "prod").Output.Trim().ShouldBe(Value);
    }

    [Fact]
    public void Without_the_passphrase_a_preview_goes_on_and_an_up_does_not()
    {
        var passphrase = new Dictionary<string, string> { ["PULUMI_CONFIG_PASSPHRASE"] = "of its own" };
        _workspace.Program("""{"resources":[{"type":"random:index/randomPet:RandomPet","name":"p","inputs":{"prefix":"${demo:pw}"}}]}""");
        _workspace.Run(null, passphrase, "stack", "init", "prod").Code.ShouldBe(0);
        _workspace.Run("s3cr3t", passphrase, "config", "set", "--secret", "pw", "-s", "prod").Code.ShouldBe(0);
        _workspace.Run(null, passphrase, "up", "-s", "prod").Code.ShouldBe(0);

        var (code, output, _) = _workspace.Run("preview", "-s", "prod");
        code.ShouldBe(0, output);
        output.ShouldContain("1 secret cannot be read here (passphrase): taken as unchanged");
        output.ShouldContain("2 unchanged");
        var up = _workspace.Run("up", "-s", "prod");
        up.Code.ShouldBe(1);
        up.Error.ShouldContain("PULUMI_CONFIG_PASSPHRASE");
        _workspace
            .Run(null, new Dictionary<string, string> { ["PULUMI_CONFIG_PASSPHRASE"] = "wrong" }, "preview", "-s", "prod")
            .Error.ShouldContain("is not that of stack 'prod'");
    }

    [Fact]
    public void A_stack_without_a_passphrase_is_made_with_a_warning_and_one_with_it_without()
    {
        var (code, _, error) = _workspace.Run(
            null,
            new Dictionary<string, string> { ["PULUMI_CONFIG_PASSPHRASE"] = "" },
            "stack",
            "init",
            "dev"
        );
        code.ShouldBe(0, error);
        error.ShouldStartWith("warning: the passphrase of stack 'dev' is empty: whoever reads its file and state can read its secrets.");
        _workspace
            .Run(null, new Dictionary<string, string> { ["PULUMI_CONFIG_PASSPHRASE"] = "of its own" }, "stack", "init", "prod")
            .Error.ShouldBeEmpty();
    }

    [Fact]
    public void Bad_input_is_told_with_its_place_and_Pulumis_exit_code()
    {
        Fails(6, "no stack named 'locl' found", "preview", "-s", "locl").ShouldContain("Did you mean 'local'?");
        Fails(1, "configuration key 'nope' not found for stack 'local'", "config", "get", "nope");
        Fails(1, "was given as an argument", "config", "set", "--secret", "pw", "hunter2").ShouldNotContain("hunter2");
        Fails(1, "--nope", "up", "--nope");
        Fails(1, "does not have output property 'nope'", "stack", "output", "nope");

        _workspace.Program("""{"fail":"infra/Shop.cs:12: the port 70000 is not allowed"}""");
        var failed = _workspace.Run("up");
        failed.Code.ShouldBe(1);
        failed.Output.ShouldContain("error: infra/Shop.cs:12: the port 70000 is not allowed");

        _workspace.Program("{");
        var crashed = _workspace.Run("up");
        crashed.Code.ShouldBe(1);
        crashed.Output.ShouldContain("JsonReaderException");

        _workspace.Write("stacks/Pulumi.local.yaml", "config:\n  a: [1\n");
        Fails(1, "this is not valid YAML", "preview").ShouldStartWith("stacks/Pulumi.local.yaml:");
    }

    [Fact]
    public void A_state_goes_out_and_in_again()
    {
        _workspace.ConfigMaps(("a", "1"));
        _workspace.Run("up").Code.ShouldBe(0);
        var export = _workspace.Run("stack", "export", "--show-secrets").Output;

        _workspace.Run(export, environment: null, "stack", "import").Code.ShouldBe(0);
        _workspace.Run("up", "--expect-no-changes").Code.ShouldBe(0);
        _workspace
            .Run(export.Replace("urn:pulumi:local", "urn:pulumi:dev", StringComparison.Ordinal), environment: null, "stack", "import")
            .Error.ShouldContain("is from a different stack (dev != local)");
    }

    [Fact]
    public void A_program_that_does_not_compile_is_told_at_file_and_line()
    {
        _workspace.Write("Pulumi.yaml", "name: demo\nruntime: dotnet\nmain: prog\nstackConfigDir: stacks\n");
        _workspace.Write(
            "prog/prog.csproj",
            "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType>"
                + "<TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>"
        );
        _workspace.Write("prog/Program.cs", "System.Console.WriteLine(1);\nNope();\n");

        var (code, _, error) = _workspace.Run("preview");

        code.ShouldBe(1);
        error.ShouldBe($"prog/Program.cs:2:1  error: CS0103: The name 'Nope' does not exist in the current context{Environment.NewLine}");
    }

    public void Dispose() => _workspace.Dispose();

    private string Fails(int code, string said, params string[] arguments)
    {
        var (actual, output, error) = _workspace.Run(arguments);
        actual.ShouldBe(code, output + error);
        error.ShouldContain(said);
        return error;
    }

    private static int Lines(string path)
    {
        if (!File.Exists(path))
        {
            return 0;
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Count(c => c == '\n');
    }
}
