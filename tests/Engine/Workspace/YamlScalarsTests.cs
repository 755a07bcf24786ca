using Engine.Workspace;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Engine.Tests.Workspace;

/// <summary>Expected texts are what <c>pulumi config get</c> 3.250.0 printed for the same YAML.</summary>
public sealed class YamlScalarsTests
{
    [Theory]
    [InlineData("1.0", "1")]
    [InlineData("1.35", "1.35")]
    [InlineData("yes", "yes")]
    [InlineData("on", "on")]
    [InlineData("True", "true")]
    [InlineData("2026-12-31", "2026-12-31 00:00:00 +0000 UTC")]
    [InlineData("~", "")]
    [InlineData("0o17", "15")]
    [InlineData("010", "8")]
    [InlineData("0x1F", "31")]
    [InlineData("1_000", "1000")]
    [InlineData("1e3", "1000")]
    [InlineData("-5", "-5")]
    [InlineData("1.2.3", "1.2.3")]
    [InlineData("10.40.0.0/16", "10.40.0.0/16")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    [InlineData(".hidden", ".hidden")]
    public void Plain_scalars_are_read_as_the_Pulumi_CLI_does(string yaml, string expected) =>
        YamlScalars.Text(YamlScalars.Read(new YamlScalarNode(yaml))).ShouldBe(expected);

    [Theory]
    [InlineData("1.0")]
    [InlineData("true")]
    [InlineData("")]
    public void Quoted_scalars_are_texts(string text) =>
        YamlScalars.Read(new YamlScalarNode(text) { Style = ScalarStyle.DoubleQuoted }).ShouldBe(text);
}
