using Components.Identity;
using Components.Targets;
using Components.Tests.Mocks;
using Components.Values;
using Components.Workloads;

namespace Components.Tests.Identity;

public sealed class WorkloadIdentityTests
{
    // Credentials are put into a pod when it is made, and never into one that was there before the association.
    [Fact]
    public async Task Pods_are_made_after_their_rights()
    {
        var mocks = await AwsMocks.RunAsync(() =>
        {
            var provider = new Pulumi.Kubernetes.Provider("cluster", new() { RenderYamlToDirectory = "nowhere" });
            var target = new ClusterTarget(provider, LoadBalancing.AutoMode, Ipv4Cidr.Parse("10.0.0.0/16")) { ClusterName = "blue" };
            _ = new Worker(
                "orders",
                new()
                {
                    Namespace = new AppNamespace("shop", new() { Target = target }),
                    Image = "orders:1.0.0",
                    Cpu = 50.Millicores(),
                    Memory = 32.MiB(),
                    Uses =
                    [
                        [new Grant(["s3:GetObject"], ["arn:aws:s3:::orders/*"])],
                    ],
                }
            );
        });
        mocks.At("aws:eks/podIdentityAssociation:PodIdentityAssociation", "shop/orders", "serviceAccount").ShouldBe("orders");
        mocks
            .At("kubernetes:apps/v1:Deployment", "shop/orders", "spec", "template", "spec", "serviceAccountName")
            .ShouldBe("orders, bound");
    }
}
