using Components.Rollouts;
using Components.Settings;
using Components.Targets;
using Components.Tests.Settings;
using Components.Values;

namespace Components.Tests.Rollouts;

/// <summary>Wrong releases and targets in a stack's file: each at its line and column.</summary>
public sealed class ReleaseSettingsTests
{
    private const string File = "stacks/Pulumi.test.yaml";

    [Theory]
    [InlineData("shop/a: { version: 1.0.0, replicas: 3 }", "", "")]
    [InlineData(
        "shop/a: { version: 1.10 }",
        "4:24  error: platform:releases.shop/a.version: 1.10 without quotes is a number, 1.1\n  Write it as text: \"1.10\".",
        ""
    )]
    [InlineData(
        "shop/a: { vresion: 1.0.0 }",
        "4:13  error: platform:releases.shop/a: 'version' is missing\n  Add it, such as version: 1.4.1.",
        "4:15  error: platform:releases.shop/a: 'vresion' is no key here\n  Allowed: {KEYS}. Did you mean 'version'?"
    )]
    [InlineData(
        "shop/a: { version: latest }",
        "4:24  error: platform:releases.shop/a.version: version 'latest' is another image tomorrow\n  Write the version that was "
            + "tested, such as 1.4.1.",
        ""
    )]
    [InlineData(
        "shop/a: { version: 1.0.0, replicas: many }",
        "4:41  error: platform:releases.shop/a.replicas: must be a whole number from 0 to 1000, not 'many'",
        ""
    )]
    [InlineData(
        "shop/a: { version: 1.0.0, replicas: -1 }",
        "4:41  error: platform:releases.shop/a.replicas: must be a whole number from 0 to 1000, not '-1'",
        ""
    )]
    [InlineData(
        "shop/a: { version: 1.0.0, replicas: { min: 5, max: 2 } }",
        "4:41  error: platform:releases.shop/a.replicas: max 2 is below min 5\n  Write max: 5 or more, or a plain number of replicas.",
        ""
    )]
    [InlineData(
        "shop/a: { version: 1.0.0, replicas: { min: 5, max: 9, cpu: 170 } }",
        "4:64  error: platform:releases.shop/a.replicas.cpu: must be a whole number from 1 to 100, not '170'",
        ""
    )]
    [InlineData(
        "shop/a: 1.0.0",
        "4:13  error: platform:releases.shop/a: must be a map of keys and values",
        "4:13  error: platform:releases.shop/a: 'version' is missing\n  Add it, such as version: 1.4.1."
    )]
    [InlineData("shop/a: { version: [1] }", "4:24  error: platform:releases.shop/a.version: must be text, not a list", "")]
    public void A_wrong_release_is_refused_at_its_place(string line, string first, string second)
    {
        var document = YamlSettings.Document($"  # releases\n  platform:releases:\n    {line}\n");
        _ = Releases.Read(document, "platform:releases");

        var expected = new[] { first, second }.Where(text => text.Length > 0);
        document
            .Problems.Select(problem => problem.ToString().Replace(ReleaseReader.Keys, "{KEYS}", StringComparison.Ordinal))
            .ShouldBe(expected.Select(text => $"{File}:{text}"), ignoreOrder: true);
    }

    [Theory]
    [InlineData(
        "{ folder: a, context: b, clusterIdentifier: c }",
        "2:20  error: platform:target: names 2 targets: folder, context\n  Write one: { folder: ../rendered/local }, { context: "
            + "my-cluster, clusterIdentifier: my-cluster }, or { stack: organization/infra/dev }."
    )]
    [InlineData("{ loadBalancers: controller }", "2:20  error: platform:target: names no target")]
    [InlineData("{ context: b }", "2:20  error: platform:target: 'clusterIdentifier' is missing")]
    [InlineData("{ folder: a, loadBalancers: autmode }", "2:48  error: platform:target.loadBalancers: 'autmode' is not allowed here")]
    [InlineData("{ folder: a, network: 10.0.0.0/33 }", "2:42  error: platform:target.network: '10.0.0.0/33' is no")]
    public void A_wrong_target_is_refused_at_its_place(string value, string start)
    {
        var document = YamlSettings.Document($"  platform:target: {value}\n");
        TargetSettings.Read(document.Find("platform:target"));
        document.Problems.ShouldHaveSingleItem().ToString().ShouldStartWith($"{File}:{start}");
    }

    [Fact]
    public void Releases_and_workloads_must_match()
    {
        var document = YamlSettings.Document("  platform:releases:\n    shop/ordrs: { version: 1.0.0 }\n");
        var releases = Releases.Read(document, "platform:releases");

        var told = Should.Throw<ProblemsException>(() =>
            ProblemCollection.Gather(() =>
            {
                _ = releases["shop/orders"];
                releases.RefuseUnused();
            })
        );

        told.Problems.Count.ShouldBe(2);
        told.Problems[0]
            .ToString()
            .ShouldStartWith($"{File}:2:3  error: platform:releases has no release of 'shop/orders'\n  Rollouts/ReleaseSettingsTests.cs:");
        told.Problems[1]
            .ToString()
            .ShouldStartWith(
                $"{File}:3:5  error: no workload is named 'shop/ordrs'\n  Releases must match a workload of the program. Did you mean "
                    + $"'shop/orders' (Rollouts/ReleaseSettingsTests.cs:"
            );
    }

    [Fact]
    public void All_mistakes_of_a_file_are_told_at_once_in_its_order()
    {
        var document = YamlSettings.Document("  platform:relaeses: {}\n  platform:target: { folder: a, network: x }\n");
        TargetSettings.Read(document.Find("platform:target"));
        document.RefuseUnknown("platform", ["target", "releases"], "infra");

        var told = Should.Throw<ProblemsException>(document.ThrowIfWrong);
        told.Problems.Select(problem => problem.Place!.Line).ShouldBe([2, 3]);
        told.Message.ShouldStartWith(
            $"{File}:2:3  error: 'platform:relaeses' is no setting of this program\n  Allowed: platform:target, platform:releases. Did "
                + $"you mean 'platform:releases'?\n"
        );
    }

    [Theory]
    [InlineData("config:\n  a: b: c\n", ":2:7")]
    [InlineData("config:\n  a: [1, 2\n  b: 3\n", ":2:7")]
    public void Text_that_is_no_YAML_is_refused_at_its_place(string text, string place) =>
        Should
            .Throw<ProblemsException>(() => SettingsFile.Parse(File, text))
            .Message.ShouldStartWith($"{File}{place}  error: this is no YAML\n");
}
