using Engine.Workspace;

namespace Engine.Tests.Workspace;

public sealed class StackFileEditorTests
{
    private const string File = """
        # top
        encryptionsalt: v1:x   # keep
        config:
          # the region
          aws:region: eu-central-1   # where
          demo:list:
            - 1

            # inside
            - 2

          # the last
          demo:flow: { a: 1, b: 2 }

        # end

        """;

    private static readonly ConfigKey s_region = new("aws", "region");

    [Fact]
    public void A_changed_scalar_changes_one_place() =>
        StackFileEditor
            .SetConfig(File, "demo", s_region, "eu-west-1")
            .ShouldBe(File.Replace("eu-central-1", "eu-west-1", StringComparison.Ordinal));

    [Fact]
    public void A_new_key_goes_to_the_end_of_config_before_what_follows() =>
        StackFileEditor
            .SetConfig(File, "demo", new ConfigKey("demo", "new"), "5")
            .ShouldBe(File.Replace("{ a: 1, b: 2 }\n", "{ a: 1, b: 2 }\n  demo:new: 5\n", StringComparison.Ordinal));

    [Fact]
    public void A_flow_value_is_replaced_whole() =>
        StackFileEditor
            .SetConfig(File, "demo", new ConfigKey("demo", "flow"), "x")
            .ShouldBe(File.Replace("{ a: 1, b: 2 }", "x", StringComparison.Ordinal));

    [Fact]
    public void A_block_is_replaced_and_its_neighbours_stay()
    {
        var edited = StackFileEditor.SetConfig(File, "demo", new ConfigKey("demo", "list"), "[3]");

        edited.ShouldContain("  demo:list: [3]\n\n  # the last\n  demo:flow: { a: 1, b: 2 }\n");
        edited.ShouldNotContain("- 2");
    }

    [Fact]
    public void A_removed_key_takes_its_line_only() =>
        StackFileEditor
            .RemoveConfig(File, "demo", s_region)
            .ShouldBe(File.Replace("  aws:region: eu-central-1   # where\n", "", StringComparison.Ordinal));

    [Fact]
    public void The_last_key_takes_config_with_it() =>
        StackFileEditor
            .RemoveConfig("encryptionsalt: x\nconfig:\n  demo:a: 1\n", "demo", new ConfigKey("demo", "a"))
            .ShouldBe("encryptionsalt: x\n");

    [Fact]
    public void A_file_without_config_gets_one() =>
        StackFileEditor.SetConfig("encryptionsalt: x\n", "demo", s_region, "a").ShouldBe("encryptionsalt: x\nconfig:\n  aws:region: a\n");

    [Fact]
    public void An_empty_file_gets_a_salt() =>
        StackFileEditor.SetMember("", "encryptionsalt", "v1:a:b").ShouldBe("encryptionsalt: v1:a:b\n");

    [Fact]
    public void What_the_file_does_not_have_cannot_be_removed() =>
        StackFileEditor.RemoveConfig(File, "demo", new ConfigKey("demo", "nope")).ShouldBeNull();

    [Theory]
    [InlineData("text", "text")]
    [InlineData("5", "\"5\"")]
    [InlineData("true", "\"true\"")]
    [InlineData("a: b", "\"a: b\"")]
    [InlineData("", "\"\"")]
    [InlineData("two\nlines \"q\"", "\"two\\nlines \\\"q\\\"\"")]
    public void Texts_that_YAML_would_read_otherwise_are_quoted(string value, string expected) =>
        StackFileEditor.Scalar(value).ShouldBe(expected);
}
