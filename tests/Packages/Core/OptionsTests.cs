using Pulumi;

namespace Packages.Tests.Core;

public sealed class OptionsTests
{
    [Fact]
    public void Of_single_values_the_second_wins_and_lists_are_joined()
    {
        var merged = CustomResourceOptions.Merge(
            new()
            {
                Version = "1.0.0",
                Protect = true,
                IgnoreChanges = { "a" },
                AdditionalSecretOutputs = { "x" },
            },
            new()
            {
                Version = "2.0.0",
                IgnoreChanges = { "b" },
                AdditionalSecretOutputs = { "x" },
            }
        );

        (merged.Version, merged.Protect).ShouldBe(("2.0.0", true));
        merged.IgnoreChanges.ShouldBe(["a", "b"]);
        merged.AdditionalSecretOutputs.ShouldBe(["x", "x"]);
    }

    [Fact]
    public void Merging_changes_neither_of_its_sources()
    {
        var first = new CustomResourceOptions { IgnoreChanges = { "a" } };
        var second = new CustomResourceOptions { IgnoreChanges = { "b" } };

        CustomResourceOptions.Merge(first, second).IgnoreChanges.Add("c");

        first.IgnoreChanges.ShouldBe(["a"]);
        second.IgnoreChanges.ShouldBe(["b"]);
    }

    [Fact]
    public void Nothing_merged_with_nothing_is_new() => ComponentResourceOptions.Merge(null, null).ShouldNotBeNull();
}
