using System.Globalization;
using Components.Pods;
using Components.Targets;
using Components.Values;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Components.Workloads;

/// <summary>Renders the Service of a workload.</summary>
internal static class ServiceTemplate
{
    private const string Nlb = "service.beta.kubernetes.io/aws-load-balancer-";
    private const string Alb = "alb.ingress.kubernetes.io/";
    private static readonly string s_deregistration =
        "deregistration_delay.timeout_seconds="
        + ((int)LoadBalancerTimes.Deregistration.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    public static ServiceArgs Render(ServicePlan plan, Expose expose, Health? health, LoadBalancing loadBalancing)
    {
        var spec = new ServiceSpecArgs { Type = "ClusterIP", Selector = new Dictionary<string, string>(plan.Selector) };
        foreach (var port in plan.Ports)
        {
            spec.Ports.Add(
                new ServicePortArgs
                {
                    Name = port.Name,
                    Port = port.Number.Number,
                    TargetPort = port.Container.Number,
                    Protocol = "TCP",
                    NodePort = expose is NodePortExposure { Port: { } node } ? node.Number : null!,
                }
            );
        }

        var metadata = new ObjectMetaArgs
        {
            Name = plan.Name,
            Namespace = plan.Namespace,
            Labels = new Dictionary<string, string>(plan.Labels),
        };
        switch (expose)
        {
            case ClusterExposure { IsHeadless: true }:
                spec.ClusterIP = "None";
                break;
            case NodePortExposure:
                spec.Type = "NodePort";
                break;
            case RouteExposure:
                metadata.Annotations = RouteAnnotations(health);
                break;
            case LoadBalancerExposure loadBalancer:
                spec.Type = "LoadBalancer";
                spec.LoadBalancerClass = loadBalancing.ServiceClass;
                spec.AllocateLoadBalancerNodePorts = false;
                AddSources(spec, loadBalancer);
                metadata.Annotations = LoadBalancerAnnotations(loadBalancer, health, plan.Ports);
                break;
        }

        if (plan.IsOftenEmpty)
        {
            metadata.Annotations.Add("pulumi.com/skipAwait", "true");
        }

        return new ServiceArgs { Metadata = metadata, Spec = spec };
    }

    private static void AddSources(ServiceSpecArgs spec, LoadBalancerExposure loadBalancer)
    {
        foreach (var source in loadBalancer.Sources)
        {
            spec.LoadBalancerSourceRanges.Add(source.ToString());
        }
    }

    private static InputMap<string> LoadBalancerAnnotations(LoadBalancerExposure exposure, Health? health, IReadOnlyList<ServicePort> ports)
    {
        var annotations = new InputMap<string>
        {
            [Nlb + "scheme"] = exposure.Scheme switch
            {
                LoadBalancerScheme.Internal => "internal",
                LoadBalancerScheme.InternetFacing => "internet-facing",
            },
            [Nlb + "nlb-target-type"] = "ip",
            [Nlb + "attributes"] = "load_balancing.cross_zone.enabled=true",
            [Nlb + "target-group-attributes"] = $"{s_deregistration},preserve_client_ip.enabled=false",
        };
        if (health?.Readiness is { Path: { } path } readiness)
        {
            annotations.Add(Nlb + "healthcheck-protocol", "http");
            annotations.Add(Nlb + "healthcheck-path", path);
            annotations.Add(Nlb + "healthcheck-port", readiness.Port?.ToString() ?? "traffic-port");
        }

        if (exposure.Certificate is { } certificate)
        {
            annotations.Add(Nlb + "ssl-cert", certificate);
            annotations.Add(Nlb + "ssl-ports", string.Join(',', ports.Select(port => port.Number)));
            annotations.Add(Nlb + "ssl-negotiation-policy", "ELBSecurityPolicy-TLS13-1-2-2021-06");
        }

        if (exposure.DnsName is { } name)
        {
            annotations.Add("external-dns.alpha.kubernetes.io/hostname", name);
        }

        if (exposure.Reason.Length > 0)
        {
            annotations.Add("opt-out.components/private-load-balancer", exposure.Reason);
        }

        return annotations;
    }

    // What an ALB does with the targets of this Service, whatever Ingress names it.
    private static InputMap<string> RouteAnnotations(Health? health)
    {
        var annotations = new InputMap<string> { [Alb + "target-type"] = "ip", [Alb + "target-group-attributes"] = s_deregistration };
        if (health?.Readiness is { Path: { } path } readiness)
        {
            annotations.Add(Alb + "healthcheck-path", path);
            annotations.Add(Alb + "healthcheck-port", readiness.Port?.ToString() ?? "traffic-port");
        }

        return annotations;
    }
}
