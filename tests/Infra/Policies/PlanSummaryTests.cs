using Infra.Policies;
using Infra.Tests.Stacks;

namespace Infra.Tests.Policies;

public sealed class PlanSummaryTests
{
    [Fact]
    public async Task A_plan_says_how_full_it_makes_namespaces_and_how_it_stands_with_the_rules()
    {
        var settings = File.ReadAllText(Repository.PathOf("stacks", "Pulumi.local.yaml"));
        var report = await PolicyRun.OfAsync(
            () => Environments.Declare(StackSettings.Read(StackFileSource.Document("local", settings)), preview: true),
            "local"
        );

        var lines = PlanSummary.Of(report).Select(note => $"{note.Title}: {note.Text}").ToList();

        var capacity = lines
            .Where(line => line.StartsWith("Capacity: workshop at peak: ", StringComparison.Ordinal))
            .ShouldHaveSingleItem();
        capacity.ShouldMatch(@": [\d.]+ of 8 CPU requested, [\d.]+Gi of 4Gi memory requested, [\d.]+Gi of 4Gi memory limits$");
        lines.ShouldContain(line =>
            line.StartsWith($"Policy: {CompanyPolicies.All.Count} rules, 0 broken, 0 warnings, ", StringComparison.Ordinal)
        );
        lines.ShouldAllBe(line =>
            line.StartsWith("Capacity: ", StringComparison.Ordinal) || line.StartsWith("Policy: ", StringComparison.Ordinal)
        );
    }
}
