using System.Text.Json;
using Engine.Tests.Commands;

namespace Engine.Tests.Since;

/// <summary><c>preview --since</c>, as users run it.</summary>
public sealed class SinceTests : IDisposable
{
    private const string Maps = """
        {"resources":[
          {"type":"pulumi:providers:kubernetes","name":"render","inputs":{"renderYamlToDirectory":"../rendered"}},
          {"type":"kubernetes:core/v1:ConfigMap","name":"a","inputs":{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","namespace":"shop"},"data":{"key":"${demo:version}"}}},
          {"type":"kubernetes:apps/v1:Deployment","name":"b","inputs":{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"b","namespace":"shop"},
            "spec":{"replicas":2,"selector":{"matchLabels":{"app":"b"}},"template":{"metadata":{"labels":{"app":"b"}},"spec":{"containers":[{"name":"b","image":"b:${demo:version}"}]}}}}},
          {"type":"random:index/randomPet:RandomPet","name":"pet","inputs":{}}
        ],"outputs":{"version":"${demo:version}"}}
        """;

    private readonly GitWorkspace _git = new();

    public SinceTests()
    {
        Engine.Program(Maps);
        Version("prod", "1");
        _git.Commit();
    }

    private EngineWorkspace Engine => _git.Engine;

    [Fact]
    public void What_is_not_changed_is_unchanged_though_nothing_was_ever_applied()
    {
        var (code, output, error) = Engine.Run("preview", "-s", "prod", "--since", "main", "--expect-no-changes");

        code.ShouldBe(0, output + error);
        output.ShouldContain($"compared with main ({_git.Git("rev-parse", "HEAD")[..7]}), as if it were applied; not with what runs");
        output.ShouldContain("5 unchanged");
        output.ShouldNotContain("create");
        Directory.Exists(Engine.Rendered).ShouldBeFalse();
        Directory.GetFileSystemEntries(Path.Combine(Engine.Root, ".pulumi")).Select(Path.GetFileName).ShouldBe(["since"]);
    }

    [Fact]
    public void A_changed_line_of_the_stacks_file_changes_what_it_is_about()
    {
        Version("prod", "2");

        var (code, output, _) = Engine.Run("preview", "-s", "prod", "--since", "HEAD");
        code.ShouldBe(0, output);
        output.ShouldContain("image b:1 -> 2");
        output.ShouldContain("key 1 -> 2");
        output.ShouldContain("~ version  1 -> 2");
        output.ShouldContain("3 unchanged");
        Engine.Run("preview", "-s", "prod", "--since", "HEAD", "--expect-no-changes").Code.ShouldBe(7);

        using var json = JsonDocument.Parse(Engine.Run("preview", "-s", "prod", "--since", "HEAD", "--json").Output);
        var summary = json.RootElement.GetProperty("changeSummary");
        summary.GetProperty("update").GetInt32().ShouldBe(1);
        summary.GetProperty("replace").GetInt32().ShouldBe(1);
        summary.TryGetProperty("create", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_changed_program_is_compared_with_itself_as_it_was()
    {
        Engine.Program(Maps.Replace("\"replicas\":2", "\"replicas\":3", StringComparison.Ordinal));

        var (code, output, _) = Engine.Run("preview", "-s", "prod", "--since", "HEAD");

        code.ShouldBe(0, output);
        output.ShouldContain("replicas 2 -> 3");
        output.ShouldContain("~ 1 update");
        output.ShouldContain("4 unchanged");
    }

    [Fact]
    public void The_state_of_the_stack_does_not_count()
    {
        var start = Engine.Read("stacks/Pulumi.local.yaml");
        void Local(string version) => Engine.Write("stacks/Pulumi.local.yaml", $"{start}config:\n  demo:version: \"{version}\"\n");
        Local("1");
        _git.Commit();
        Engine.Run("up").Code.ShouldBe(0);
        Local("2");
        Engine.Run("up").Code.ShouldBe(0);
        File.Delete(Directory.GetFiles(Engine.Rendered, "*.yaml", SearchOption.AllDirectories)[0]);

        var output = Engine.Run("preview", "--since", "HEAD").Output;

        output.ShouldContain("key 1 -> 2");
        output.ShouldNotContain("written again");
    }

    [Fact]
    public void A_stack_that_the_commit_does_not_have_is_all_new()
    {
        Version("sandbox", "1");

        var (code, output, _) = Engine.Run("preview", "-s", "sandbox", "--since", "HEAD");

        code.ShouldBe(0, output);
        output.ShouldContain("there is no stacks/Pulumi.sandbox.yaml at HEAD (");
        output.ShouldContain("+ 5 create");
    }

    [Fact]
    public void A_project_in_a_folder_of_the_repository_finds_its_past_there()
    {
        foreach (var file in (string[])["Pulumi.yaml", "prog/program.json", "stacks/Pulumi.prod.yaml"])
        {
            Engine.Write($"sub/{file}", Engine.Read(file));
        }

        var first = Engine.Run("preview", "-C", "sub", "-s", "prod", "--since", "HEAD");
        first.Output.ShouldContain("there is no Pulumi.yaml at HEAD (");
        first.Output.ShouldContain("+ 5 create");

        _git.Commit();
        Engine.Write("sub/prog/program.json", Maps.Replace("\"replicas\":2", "\"replicas\":3", StringComparison.Ordinal));
        Engine.Run("preview", "-C", "sub", "-s", "prod", "--since", "HEAD").Output.ShouldContain("~ 1 update   4 unchanged");
    }

    [Fact]
    public void A_secret_that_cannot_be_read_is_unchanged_and_said_to_be_set_anew()
    {
        var passphrase = new Dictionary<string, string> { ["PULUMI_CONFIG_PASSPHRASE"] = "of its own" };
        Engine.Run(null, passphrase, "stack", "init", "dev").Code.ShouldBe(0);
        Engine.Run("first", passphrase, "config", "set", "--secret", "version", "-s", "dev").Code.ShouldBe(0);
        _git.Commit();
        Engine.Run("second", passphrase, "config", "set", "--secret", "version", "-s", "dev").Code.ShouldBe(0);

        var (code, output, _) = Engine.Run("preview", "-s", "dev", "--since", "HEAD", "--expect-no-changes");
        code.ShouldBe(0, output);
        output.ShouldContain("1 secret cannot be read here (passphrase): taken as unchanged");
        output.ShouldContain("and not readable here: demo:version");

        var read = Engine.Run(null, passphrase, "preview", "-s", "dev", "--since", "HEAD", "--diff");
        read.Output.ShouldContain("update");
        (read.Output + read.Error).ShouldNotContain("first");
        (read.Output + read.Error).ShouldNotContain("second");
    }

    [Fact]
    public void A_program_that_refused_then_is_told_with_its_commit()
    {
        Engine.Program("""{"fail":"the port 70000 is not allowed\n  Ports are 1 to 65535."}""");
        _git.Commit();
        Engine.Program(Maps);

        var error = Fails("preview", "-s", "prod", "--since", "HEAD");

        error.ShouldContain($"error: HEAD ({_git.Git("rev-parse", "HEAD")[..7]}): the port 70000 is not allowed");
        error.ShouldContain("  Ports are 1 to 65535.");
        error.ShouldContain("there is nothing to compare with");
    }

    [Fact]
    public void A_stack_file_that_was_wrong_then_is_told_at_its_line()
    {
        Engine.Write("stacks/Pulumi.prod.yaml", "config:\n  a: [1\n");
        _git.Commit();
        Version("prod", "1");
        Fails("preview", "-s", "prod", "--since", "HEAD").ShouldStartWith("HEAD:stacks/Pulumi.prod.yaml:");
    }

    [Fact]
    public void The_code_of_the_commit_is_compiled_once_and_its_errors_are_told_at_file_and_line()
    {
        Engine.Write("Pulumi.yaml", "name: demo\nruntime: dotnet\nmain: prog\nstackConfigDir: stacks\n");
        Engine.Write(
            "prog/prog.csproj",
            "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType>"
                + "<TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>"
        );
        Engine.Write("prog/Program.cs", "Nope();\n");
        _git.Commit();
        Engine.Write("prog/Program.cs", "System.Console.WriteLine(1);\n");

        var said = Engine.Run("preview", "-s", "prod", "--since", "HEAD");

        said.Code.ShouldBe(1);
        said.Output.ShouldContain($"building the program of HEAD ({_git.Git("rev-parse", "HEAD")[..7]}), once");
        said.Error.ShouldContain("HEAD:prog/Program.cs:1:1  error: CS0103: The name 'Nope' does not exist in the current context");
    }

    [Fact]
    public void A_commit_that_is_not_there_is_told_with_the_command_that_fetches_it()
    {
        Fails("preview", "-s", "prod", "--since", "nope").ShouldContain("--since 'nope': there is no such commit in this clone");
        Fails("preview", "-s", "prod", "--since", "--all").ShouldContain("there is no such commit");
        _git.Git("remote", "add", "origin", _git.Url);
        Fails("preview", "-s", "prod", "--since", "origin/main").ShouldContain("git fetch origin main:refs/remotes/origin/main");
    }

    [Fact]
    public void In_a_shallow_clone_the_command_is_one_that_keeps_it_shallow()
    {
        _git.Git("branch", "release");
        _git.Commit();
        var clone = Path.Combine(Engine.Root, "clone");
        _git.Git("clone", "--quiet", "--depth=1", "--single-branch", _git.Url, clone);

        var missing = Fails("preview", "-C", clone, "-s", "prod", "--since", "origin/release");
        missing.ShouldContain("there is no such commit in this clone, which is shallow");
        missing.ShouldContain("git fetch --depth=1 origin release:refs/remotes/origin/release");
        Fails("preview", "-C", clone, "-s", "prod", "--since", "HEAD^1").ShouldContain("fetch-depth: 2");

        _git.Git("-C", clone, "fetch", "--quiet", "--depth=1", "origin", "release:refs/remotes/origin/release");
        Engine.Run("preview", "-C", clone, "-s", "prod", "--since", "origin/release", "--expect-no-changes").Code.ShouldBe(0);
    }

    [Fact]
    public void Outside_of_a_repository_and_together_with_refresh_it_is_refused()
    {
        Directory.Move(Path.Combine(Engine.Root, ".git"), Path.Combine(Engine.Root, "no-repository"));
        Fails("preview", "-s", "prod", "--since", "main").ShouldContain("is in no git repository that can be read");
        Engine.Run("preview", "-s", "prod", "--since", "main", "--refresh").Error.ShouldContain("Leave one of the two out.");
    }

    public void Dispose() => _git.Dispose();

    private void Version(string stack, string version) =>
        Engine.Write($"stacks/Pulumi.{stack}.yaml", $"config:\n  demo:version: \"{version}\"\n");

    private string Fails(params string[] arguments)
    {
        var (code, output, error) = Engine.Run(arguments);
        code.ShouldBe(1, output + error);
        return error;
    }
}
