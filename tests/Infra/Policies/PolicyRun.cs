using Components.Policies;
using Infra.Policies;
using Infra.Tests.Stacks;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Policies;

/// <summary>A program under the company's rules, on mocks, on a fixed day.</summary>
internal static class PolicyRun
{
    private static readonly AsyncLocal<(Guardrails Guardrails, Action Program)> s_current = new();

    public static async Task<PolicyReport> OfAsync(Action program, string stack = "test")
    {
        var guardrails = new Guardrails(CompanyPolicies.All, new Day(), ExpiredWaivers.Refuse);
        s_current.Value = (guardrails, program);
        await Deployment.TestAsync<ObservedStack>(
            new RecordingMocks(),
            new TestOptions
            {
                ProjectName = "infra",
                StackName = stack,
                IsPreview = false,
                RootDirectory = Repository.Root,
            }
        );
        return await guardrails.EvaluateAsync();
    }

    private sealed class Day : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    }

    private sealed class ObservedStack : Stack
    {
        public ObservedStack()
            : base(new StackOptions { ResourceTransformations = { s_current.Value.Guardrails.Observe } }) => s_current.Value.Program();
    }
}
