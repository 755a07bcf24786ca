using System.Text.RegularExpressions;

namespace EndToEnd.Tests;

/// <summary>The unmodified program under the real Pulumi CLI, beside the embedded engine: the same state, the same files, the same
/// decisions.</summary>
[TestCaseOrderer(StepOrderer.Type, StepOrderer.Assembly)]
[Collection(CheckoutCollection.Name)]
public sealed partial class RealCliStory(Checkout checkout)
{
    private string OwnState => Path.Combine(checkout.Root, ".e2e-state");

    private string EmbeddedCheckpoint => Path.Combine(checkout.Root, ".pulumi", "stacks", "infra", "local.json");

    private string Aside => Path.Combine(checkout.Root, ".e2e-embedded");

    [SkippableFact, Step(1)]
    public void The_real_engine_reads_the_embedded_engines_state_and_sees_nothing_to_do()
    {
        Tools.Require("pulumi", "pulumi-language-dotnet");
        checkout.Engine("up", "--yes").ShouldSucceed();
        Pulumi($"file://{checkout.Root}", "preview", "-s", "local", "--expect-no-changes").ShouldSucceed();
    }

    [SkippableFact, Step(2)]
    public void The_real_engine_runs_the_unmodified_program()
    {
        Tools.Require("pulumi", "pulumi-language-dotnet");
        Directory.CreateDirectory(OwnState);
        Directory.Move(checkout.Rendered, Aside);
        var backend = $"file://{OwnState}";

        Pulumi(backend, "stack", "init", "local").ShouldSucceed();
        Pulumi(backend, "up", "-s", "local", "--yes", "--skip-preview").ShouldSucceed();
        Pulumi(backend, "up", "-s", "local", "--yes", "--skip-preview", "--expect-no-changes").ShouldSucceed();
    }

    [SkippableFact, Step(3)]
    public void Both_engines_keep_the_same_resources()
    {
        Tools.Require("pulumi");
        var embedded = StateComparison.Read(EmbeddedCheckpoint);
        var real = StateComparison.Read(Path.Combine(OwnState, ".pulumi", "stacks", "infra", "local.json"));

        embedded.Keys.ShouldBe(real.Keys);
        foreach (var (urn, state) in embedded)
        {
            state.ShouldBe(real[urn], urn);
        }
    }

    [SkippableFact, Step(4)]
    public void Both_engines_render_the_same_files()
    {
        Tools.Require("pulumi");
        var embedded = Files(Aside);
        var real = Files(checkout.Rendered);

        embedded.Keys.ShouldBe(real.Keys);
        foreach (var (file, content) in embedded)
        {
            content.ShouldBe(real[file], file);
        }
    }

    [SkippableFact, Step(5)]
    public void The_real_engine_destroys_what_it_made()
    {
        Tools.Require("pulumi");
        Pulumi($"file://{OwnState}", "destroy", "-s", "local", "--yes", "--skip-preview").ShouldSucceed();
        Checkout.Snapshot(checkout.Rendered).ShouldBeEmpty();
    }

    private Outcome Pulumi(string backend, params string[] arguments) =>
        new Shell(
            checkout.Root,
            new Dictionary<string, string?> { ["PULUMI_CONFIG_PASSPHRASE"] = "", ["PULUMI_BACKEND_URL"] = backend }
        ).Run("pulumi", [.. arguments, "--non-interactive", "--color", "never"]);

    /// <summary>Files by their name without generated parts; the data of Secrets is generated.</summary>
    private static SortedDictionary<string, string> Files(string folder)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, (content, _)) in Checkout.Snapshot(folder))
        {
            var text = name.Contains("v1-secret-", StringComparison.Ordinal) ? Base64Value().Replace(content, "$1<generated>") : content;
            files[StateComparison.Normalised(name)] = StateComparison.Normalised(text);
        }

        return files;
    }

    [GeneratedRegex("(?m)^(  [A-Za-z0-9_.-]+: )[A-Za-z0-9+/]+=*$")]
    private static partial Regex Base64Value();
}
