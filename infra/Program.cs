using Components.Policies;
using Infra;
using Infra.Policies;
using Pulumi;
var gate = new RegistrationGate();
var guardrails = new Guardrails(
    CompanyPolicies.All,
    TimeProvider.System,
    PullRequest.IsBuilt ? ExpiredWaivers.Refuse : ExpiredWaivers.Warn);

return await Deployment.RunAsync(
    async () =>
    {
        var outputs = Environments.Declare(StackSettings.Load(), preview: Deployment.Instance.IsDryRun);
        gate.Open();
        var report = await guardrails.EvaluateAsync();
        report.Log();
        PlanSummary.Tell(report);
        return outputs;
    },
    new StackOptions { ResourceTransformations = { gate.Hold, guardrails.Observe } });
