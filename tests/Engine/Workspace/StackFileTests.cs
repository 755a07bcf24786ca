using Engine.Errors;
using Engine.Secrets;
using Engine.Workspace;

namespace Engine.Tests.Workspace;

public sealed class StackFileTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    [Fact]
    public void Lists_and_mappings_become_compact_JSON_with_sorted_keys()
    {
        _project.WriteStack(
            "dev",
            """
            config:
              d: { y: 1.0, z: 010, w: on, n: ~, i: 1_000, f: 1e3, q: "<&>é" }
              demo:list: [1, a, { k: true }]
              aws:region: eu-central-1
              old:config:key: v
            """
        );

        var config = StackConfig.Resolve(_project.Load(), StackFile.Load(_project.Load(), "dev"), "dev", new UnreadableCrypter());

        config["demo:d"].Text.ShouldBe("""{"f":1000,"i":1000,"n":null,"q":"\u003c\u0026\u003eé","w":"on","y":1,"z":8}""");
        config["demo:list"].Text.ShouldBe("""[1,"a",{"k":true}]""");
        config["aws:region"].Text.ShouldBe("eu-central-1");
        config["old:key"].Text.ShouldBe("v");
    }

    [Fact]
    public void A_secret_inside_an_object_makes_the_whole_value_secret()
    {
        var crypter = new PassphraseCrypter(new byte[32]);
        _project.WriteStack("dev", $"config:\n  db: {{ user: admin, password: {{ secure: '{crypter.Encrypt("pw\"1")}' }} }}\n");
        var file = StackFile.Load(_project.Load(), "dev");

        var value = StackConfig.Resolve(_project.Load(), file, "dev", crypter)["demo:db"];

        value.Text.ShouldBe("""{"password":"pw\"1","user":"admin"}""");
        value.IsSecret.ShouldBeTrue();
        StackConfig.Resolve(_project.Load(), file, "dev", new UnreadableCrypter())["demo:db"].IsUnreadable.ShouldBeTrue();
    }

    [Fact]
    public void A_syntax_error_is_told_at_file_line_and_column()
    {
        _project.WriteStack("dev", "config:\n  a: 1\n   b: [1, 2\n");

        var error = Should.Throw<UserErrorException>(() => StackFile.Load(_project.Load(), "dev")).Errors.Single();

        error.At!.ToString().ShouldMatch(@"^stacks/Pulumi\.dev\.yaml:[34]:\d+$");
        error.Message.ShouldStartWith("this is not valid YAML: ");
    }

    [Fact]
    public void All_wrong_values_are_told_at_once()
    {
        _project.WriteProject(
            "name: demo\nruntime: dotnet\nstackConfigDir: stacks\nconfig:\n  count: { type: integer }\n  zone: { type: string }\n  key: "
                + "{ type: string, secret: true }\n  size: 3\n"
        );
        _project.WriteStack("dev", "config:\n  count: many\n  key: open\n");

        var errors = Should
            .Throw<UserErrorException>(() =>
                StackConfig.Resolve(_project.Load(), StackFile.Load(_project.Load(), "dev"), "dev", new UnreadableCrypter())
            )
            .Errors;

        errors
            .Select(e => $"{e.At}: {e.Message}")
            .ShouldBe([
                "stacks/Pulumi.dev.yaml:2:10: demo:count must be of type integer",
                "Pulumi.yaml:6:3: stack 'dev' lacks a value for demo:zone",
                "stacks/Pulumi.dev.yaml:3:8: demo:key must be a secret: set it with config set --secret",
            ]);
    }

    [Fact]
    public void Declared_defaults_reach_the_program()
    {
        _project.WriteProject(
            "name: demo\nruntime: dotnet\nstackConfigDir: stacks\nconfig:\n  size: 3\n  zone: { type: string, default: a }\n"
        );
        _project.WriteStack("dev", "config:\n  zone: b\n");

        var config = StackConfig.Resolve(_project.Load(), StackFile.Load(_project.Load(), "dev"), "dev", new UnreadableCrypter());

        config["demo:size"].Text.ShouldBe("3");
        config["demo:zone"].Text.ShouldBe("b");
    }

    [Theory]
    [InlineData("runtime: dotnet\n", "the project has no name")]
    [InlineData("name: in fra\nruntime: dotnet\n", "'in fra' is no project name")]
    [InlineData("name: infra\nruntime: nodejs\n", "the runtime 'nodejs' cannot be run by this engine")]
    [InlineData("name: infra\nruntime: dotnet\nmain: nowhere\n", "the program 'nowhere' does not exist")]
    public void A_wrong_project_file_is_refused(string yaml, string message)
    {
        _project.WriteProject(yaml);

        Should.Throw<UserErrorException>(_project.Load).Errors.Single().Message.ShouldBe(message);
    }

    public void Dispose() => _project.Dispose();
}
