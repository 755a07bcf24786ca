namespace Infra.Tests.Stacks;

/// <summary>A new environment is one new file.</summary>
public sealed class NewEnvironmentTests
{
    [Fact]
    public async Task A_file_more_in_stacks_is_an_environment_more()
    {
        var sandbox = StackText
            .Of("dev")
            .Replace("10.20.0.0/16", "10.50.0.0/16", StringComparison.Ordinal)
            .Replace("dev.example.com", "sandbox.example.com", StringComparison.Ordinal)
            .WithRelease("web/nginx", "version: 1.29.4, replicas: 2");

        var run = await StackRun.OfAsync("sandbox", sandbox);

        run.Find("Deployment", "web", "nginx").At("spec.replicas").ShouldBe(2L);
        run.Find("Ingress", "dashboard", "dashboard").At("spec.rules.0.host").ShouldBe("dashboard.sandbox.example.com");
        run.Urns.ShouldAllBe(urn => urn.StartsWith("urn:pulumi:sandbox::infra::", StringComparison.Ordinal));
    }
}
