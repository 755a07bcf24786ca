using System.Text.Json;

namespace EndToEnd.Tests;

/// <summary>What a promotion and a pull request change, told without state, account or credentials: the commit is the base.</summary>
[TestCaseOrderer(StepOrderer.Type, StepOrderer.Assembly)]
[Collection(CheckoutCollection.Name)]
public sealed class SinceStory(Checkout checkout)
{
    private static readonly string[] Stacks = ["local", "dev", "staging", "prod"];

    [Fact, Step(1)]
    public void Nothing_is_changed_in_any_stack_though_nothing_was_ever_applied()
    {
        checkout.ForgetStacks();
        checkout.Engine("preview").ShouldSucceed();
        Git("init", "--quiet");
        Git("add", "--all");
        Git("-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "--quiet", "--message=all");

        foreach (var stack in Stacks)
        {
            checkout
                .BuiltEngine(["preview", "-s", stack, "--since", "HEAD", "--expect-no-changes"])
                .ShouldSucceed()
                .Output.ShouldContain("as if it were applied");
        }
    }

    [Fact, Step(2)]
    public void A_promoted_version_updates_the_Deployment_of_that_workload_and_nothing_else()
    {
        using var promotion = checkout.Edit("stacks/Pulumi.prod.yaml", text =>
            EmbeddedEngineStory.ReplaceVersion(text, "dashboard/api", "9.9.9")
        );

        Changes(checkout.BuiltEngine(["preview", "-s", "prod", "--since", "HEAD", "--json"]).ShouldSucceed())
            .ShouldBe(["update kubernetes:apps/v1:Deployment dashboard/api"]);
        var text = checkout.BuiltEngine(["preview", "-s", "prod", "--since", "HEAD"]).ShouldSucceed();
        text.Output.ShouldContain("9.9.9");
        text.Output.ShouldNotContain("building");
        checkout.BuiltEngine(["preview", "-s", "prod", "--since", "HEAD", "--expect-no-changes"]).ExitCode.ShouldBe(7);
    }

    [Fact, Step(3)]
    public void A_change_of_code_is_compared_with_the_code_of_the_commit_compiled_against_the_present_packages()
    {
        using var memory = checkout.Edit("infra/Dashboard.cs", text => text.Replace("256.MiB()", "320.MiB()", StringComparison.Ordinal));

        var preview = checkout.BuiltEngine(["preview", "-s", "prod", "--since", "HEAD", "--json"]).ShouldSucceed();

        preview.Error.ShouldContain("building the program of HEAD");
        Changes(preview)
            .ShouldBe(["update kubernetes:apps/v1:Deployment dashboard/api", "update kubernetes:apps/v1:Deployment dashboard/dashboard"]);
        var past = Path.Combine(checkout.Root, ".pulumi", "since", Git("rev-parse", "HEAD"));
        File.Exists(Path.Combine(past, "infra", "bin", "Debug", "net10.0", "Infra.dll")).ShouldBeTrue();
        Directory.Exists(Path.Combine(past, "packages", "Pulumi.Aws", "obj")).ShouldBeFalse();
        checkout.BuiltEngine(["preview", "-s", "dev", "--since", "HEAD"]).ShouldSucceed().Output.ShouldNotContain("building the program");
    }

    private static List<string> Changes(Outcome preview)
    {
        using var document = JsonDocument.Parse(preview.Output);
        return
        [
            .. document
                .RootElement.GetProperty("steps")
                .EnumerateArray()
                .Where(step => step.GetProperty("op").GetString() != "same")
                .Select(step => (Op: step.GetProperty("op").GetString(), Parts: step.GetProperty("urn").GetString()!.Split("::")))
                .Select(step => $"{step.Op} {step.Parts[2].Split('$')[^1]} {step.Parts[3]}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private string Git(params string[] arguments) => new Shell(checkout.Root).Run("git", arguments).ShouldSucceed().Output.Trim();
}
