using System.Text.Json.Serialization;
using Pulumi;

namespace Packages.Tests.Core;

public sealed class ConfigTests
{
    private sealed record Team([property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("size")] int Size);

    private static async Task<FakeEngine> RunAsync(Action program)
    {
        var engine = new FakeEngine
        {
            Config =
            {
                ["p:text"] = "some text",
                ["p:count"] = "42",
                ["p:flag"] = "true",
                ["p:ratio"] = "0.5",
                ["p:team"] = """{"name":"shop","size":3}""",
                ["other:text"] = "elsewhere",
                ["p:password"] = "hunter2",
                ["p:broken"] = """{"name":"shop","size":"hunter2"}""",
            },
            SecretKeys = { "p:password", "p:broken" },
        };
        await engine.RunAsync(program);
        return engine;
    }

    [Fact]
    public async Task Values_are_read_by_type_and_namespace()
    {
        await using var engine = await RunAsync(() =>
        {
            var config = new Config();
            (config.Require("text"), config.RequireInt32("count"), config.RequireBoolean("flag"), config.RequireDouble("ratio")).ShouldBe(
                ("some text", 42, true, 0.5)
            );
            config.RequireObject<Team>("team").ShouldBe(new("shop", 3));
            (
                new Config("other").Get("text"),
                new Config("other:config").Get("text"),
                config.Get("absent"),
                config.GetInt32("absent")
            ).ShouldBe(("elsewhere", "elsewhere", null, null));
        });

        engine.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_secret_is_a_secret_output()
    {
        await using var engine = await RunAsync(() =>
        {
            var data = new Config().RequireSecret("password").DataTask.Result;
            (data.Value, data.IsSecret).ShouldBe(("hunter2", true));
        });

        engine.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_missing_value_says_how_to_set_it()
    {
        await using var engine = await RunAsync(() => new Config().RequireSecretInt32("absent"));

        engine
            .Errors.Single()
            .ShouldBe("Missing required configuration variable 'p:absent'\n    set it with: pulumi config set p:absent <value> --secret");
    }

    [Fact]
    public async Task A_wrong_value_is_shown_with_what_is_allowed()
    {
        await using var engine = await RunAsync(() => new Config().RequireInt32("text"));

        engine.Errors.Single().ShouldContain("'p:text' should be a whole number; given is 'some text'");
    }

    [Fact]
    public async Task A_wrong_secret_is_not_shown()
    {
        await using var number = await RunAsync(() => new Config().RequireSecretInt32("password"));
        await using var json = await RunAsync(() => new Config().RequireSecretObject<Team>("broken"));

        number.Errors.Single().ShouldNotContain("hunter2");
        json.Errors.Single().ShouldNotContain("hunter2");
        json.Errors.Single().ShouldContain("at $.size");
    }
}
