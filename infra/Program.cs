using Components.Policies;
using Infra;
using Infra.Policies;
using Pulumi;

var guardrails = new Guardrails(CompanyPolicies.All, TimeProvider.System, PullRequest.IsBuilt ? ExpiredWaivers.Refuse : ExpiredWaivers.Warn);

return await Deployment.RunAsync(
    async () =>
    {
        var outputs = Environments.Declare(StackSettings.Load(), preview: Deployment.Instance.IsDryRun);
        (await guardrails.EvaluateAsync()).Log();
        return outputs;
    },
    new StackOptions { ResourceTransformations = { guardrails.Observe } });
