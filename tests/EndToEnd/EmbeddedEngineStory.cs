using System.Text.Json;

namespace EndToEnd.Tests;

/// <summary>What a newcomer does with a fresh clone and nothing but the .NET SDK.</summary>
[TestCaseOrderer(StepOrderer.Type, StepOrderer.Assembly)]
[Collection(CheckoutCollection.Name)]
public sealed class EmbeddedEngineStory(Checkout checkout)
{
    private const string PicturesFile = "1-manifest/apps_v1-deployment-picturesocial-picturesocial-pictures.yaml";

    [Fact, Step(1)]
    public void The_first_command_builds_previews_and_renders_every_object()
    {
        checkout.ForgetStacks();
        var up = checkout.Engine("up").ShouldSucceed();

        var kinds = RenderedKinds();
        kinds.ShouldContain("deployment");
        kinds.ShouldContain("service");
        kinds.ShouldContain("configmap");
        kinds.ShouldContain("secret");
        kinds.ShouldContain("networkpolicy");
        kinds.ShouldContain("namespace");
        File.Exists(Path.Combine(checkout.Rendered, PicturesFile)).ShouldBeTrue();
        up.Output.ShouldContain("kubectl apply");
        up.Output.ShouldContain("create");
    }

    [Fact, Step(2)]
    public void The_same_again_changes_nothing_and_writes_nothing()
    {
        var before = Checkout.Snapshot(checkout.Root + "/rendered");
        var state = Checkout.Snapshot(checkout.Root + "/.pulumi");

        checkout.BuiltEngine(["up", "--yes", "--expect-no-changes"]).ShouldSucceed();

        Checkout.Changed(before, Checkout.Snapshot(checkout.Root + "/rendered")).ShouldBeEmpty();
        Checkout.Changed(state, Checkout.Snapshot(checkout.Root + "/.pulumi")).ShouldBeEmpty();
        ChangesOf(
                checkout
                    .BuiltEngine(
                        ["preview", "--json"],
                        environment: new Dictionary<string, string?> { ["KUBECONFIG"] = "/a/cluster/of/my/own" }
                    )
                    .ShouldSucceed()
            )
            .ShouldBe(0);
    }

    [Fact, Step(3)]
    public void A_deleted_and_an_edited_file_are_put_back_and_nothing_else()
    {
        var before = Checkout.Snapshot(checkout.Rendered);
        var deleted = before.Keys.First(file => file.Contains("configmap", StringComparison.Ordinal));
        var edited = before.Keys.First(file => file.Contains("service-", StringComparison.Ordinal));
        File.Delete(Path.Combine(checkout.Rendered, deleted));
        File.AppendAllText(Path.Combine(checkout.Rendered, edited), "# by hand\n");

        checkout.BuiltEngine(["up", "--yes"]).ShouldSucceed();

        var after = Checkout.Snapshot(checkout.Rendered);
        Checkout.Changed(before, after).ShouldBe([.. new[] { deleted, edited }.Order(StringComparer.Ordinal)]);
        after.ShouldAllBe(file => file.Value.Content == before[file.Key].Content);
    }

    [Fact, Step(4)]
    public void A_version_and_a_limit_change_in_place_and_only_there()
    {
        var before = Checkout.Snapshot(checkout.Rendered);
        using var version = checkout.Edit("stacks/Pulumi.local.yaml", text => ReplaceVersion(text, "picturesocial/pictures", "9.9.9"));
        using var limit = checkout.Edit("infra/PictureSocial.cs", text => text.Replace("512.MiB()", "640.MiB()", StringComparison.Ordinal));

        var preview = checkout.Engine("preview", "--diff").ShouldSucceed();
        preview.Output.ShouldContain("9.9.9");
        preview.Output.ShouldContain("512Mi");
        preview.Output.ShouldContain("640Mi");
        Checkout.Changed(before, Checkout.Snapshot(checkout.Rendered)).ShouldBeEmpty("a preview writes nothing");

        checkout.BuiltEngine(["up", "--yes"]).ShouldSucceed();
        var changed = Checkout.Changed(before, Checkout.Snapshot(checkout.Rendered));
        changed.ShouldNotBeEmpty();
        changed.ShouldAllBe(file => file.Contains("deployment", StringComparison.Ordinal));
        changed.ShouldContain(PicturesFile);
    }

    [Fact, Step(5)]
    public void Destroy_leaves_no_file()
    {
        checkout.Engine("up", "--yes").ShouldSucceed();
        checkout.BuiltEngine(["destroy", "--yes"]).ShouldSucceed();
        Checkout.Snapshot(checkout.Rendered).ShouldBeEmpty();
    }

    private HashSet<string> RenderedKinds() =>
        [
            .. Directory
                .EnumerateFiles(checkout.Rendered, "*.yaml", SearchOption.AllDirectories)
                .Select(file => Path.GetFileName(file).Split('-')[1]),
        ];

    private static int ChangesOf(Outcome preview)
    {
        using var document = JsonDocument.Parse(preview.Output);
        return document
            .RootElement.GetProperty("changeSummary")
            .EnumerateObject()
            .Where(entry => entry.Name != "same")
            .Sum(entry => entry.Value.GetInt32());
    }

    /// <summary>Changes the version of one release, wherever in its entry it stands.</summary>
    internal static string ReplaceVersion(string stack, string workload, string version)
    {
        var entry = stack.IndexOf($"{workload}:", StringComparison.Ordinal);
        var start = stack.IndexOf("version:", entry, StringComparison.Ordinal) + "version:".Length;
        var end = stack.IndexOfAny([',', '}', '\n'], start);
        return $"{stack[..start]} {version}{stack[end..]}";
    }
}
