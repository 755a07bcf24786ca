using System.Text.Json;
using Engine.Tests.Commands;

namespace Engine.Tests.Masking;

/// <summary>A secret of the configuration, in what a program prints and logs.</summary>
public sealed class ProgramMaskingTests : IDisposable
{
    private const string Password = "pä\"ss\\w";

    private readonly EngineWorkspace _workspace = new();

    public ProgramMaskingTests()
    {
        _workspace.Run(Password, new Dictionary<string, string>(), "config", "set", "--secret", "pw").Code.ShouldBe(0);
        _workspace.Run("no", new Dictionary<string, string>(), "config", "set", "--secret", "pin").Code.ShouldBe(0);
    }

    [Theory]
    [InlineData("preview")]
    [InlineData("preview", "--json")]
    [InlineData("up", "--json")]
    public void It_is_masked_wherever_the_program_says_it(params string[] command)
    {
        var said = $"{Password} {JsonSerializer.Serialize(Password)} {Uri.EscapeDataString(Password)}";
        _workspace.Program(JsonSerializer.Serialize(new { print = "printed " + said, fail = "logged " + said }));

        var (code, output, error) = _workspace.Run(command);

        code.ShouldNotBe(0);
        foreach (var text in (string[])[output, error])
        {
            text.ShouldNotContain(Password);
            text.ShouldNotContain("ss\\\\w");
            text.ShouldNotContain(Uri.EscapeDataString(Password));
        }

        (output + error).ShouldContain("printed [secret] \"[secret]\" [secret]");
        (output + error).ShouldMatch("""logged \[secret\] \\?"\[secret\]\\?" \[secret\]""");
        (output + error).ShouldContain("demo:pin is too short to be masked");
    }

    [Fact]
    public void Who_asks_for_it_gets_it()
    {
        _workspace.Run("config", "get", "pw").Output.ShouldBe(Password + Environment.NewLine);
        _workspace.Run("config", "ls").Output.ShouldNotContain(Password);
        _workspace.Run("config", "ls", "--show-secrets").Output.ShouldContain(Password);
    }

    [Fact]
    public void It_is_nowhere_in_the_state_though_the_program_marks_it()
    {
        _workspace.Program("""{"resources":[],"outputs":{"url":"db://${demo:pw}"}}""");

        var (code, output, error) = _workspace.Run("up");

        code.ShouldBe(0, output + error);
        _workspace.Files().ShouldAllBe(file => !file.Contains("ss\\\\w"));
        _workspace.Run("stack", "output", "url").Output.Trim().ShouldBe("[secret]");
        _workspace.Run("stack", "output", "url", "--show-secrets").Output.Trim().ShouldBe("db://" + Password);
    }

    public void Dispose() => _workspace.Dispose();
}
