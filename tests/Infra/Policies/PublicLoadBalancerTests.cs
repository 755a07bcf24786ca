using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Infra.Tests.Policies;

/// <summary>NET001: an internet-facing load balancer may be there for named ranges, not for everyone.</summary>
public sealed class PublicLoadBalancerTests
{
    [Theory]
    [InlineData(false, new string[] { })]
    [InlineData(false, new[] { "0.0.0.0/0" })]
    [InlineData(false, new[] { "203.0.113.0/24", "0.0.0.0/0" })]
    [InlineData(false, new[] { "203.0.113.0/24", "::/0" })]
    [InlineData(true, new[] { "203.0.113.0/24" })]
    [InlineData(true, new[] { "203.0.113.0/24", "198.51.100.0/24" })]
    public async Task A_service_and_an_Ingress_are_let_through_for_named_ranges_only(bool allowed, string[] ranges)
    {
        var service = await PolicyRun.OfAsync(() => Service(ranges));
        var ingress = await PolicyRun.OfAsync(() => Ingress(string.Join(", ", ranges)));

        service.Errors.Count(error => error.Text.StartsWith("NET001", StringComparison.Ordinal)).ShouldBe(allowed ? 0 : 1);
        ingress.Errors.Count(error => error.Text.StartsWith("NET001", StringComparison.Ordinal)).ShouldBe(allowed ? 0 : 1);
    }

    private static void Service(string[] ranges) =>
        _ = new Service(
            "orders",
            new ServiceArgs
            {
                Metadata = Metadata("service.beta.kubernetes.io/aws-load-balancer-scheme"),
                Spec = new ServiceSpecArgs { LoadBalancerSourceRanges = ranges },
            }
        );

    private static void Ingress(string ranges)
    {
        var metadata = Metadata("alb.ingress.kubernetes.io/scheme");
        if (ranges.Length > 0)
        {
            metadata.Annotations.Add("alb.ingress.kubernetes.io/inbound-cidrs", ranges);
        }

        _ = new Ingress("site", new IngressArgs { Metadata = metadata, Spec = new IngressSpecArgs() });
    }

    private static ObjectMetaArgs Metadata(string scheme) =>
        new()
        {
            Name = "orders",
            Namespace = "shop",
            Labels = { ["app.kubernetes.io/name"] = "orders" },
            Annotations = { [scheme] = "internet-facing" },
        };
}
