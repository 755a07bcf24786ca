using System.Globalization;
using Components.Networking;
using Components.Probes;
using Components.Targets;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Components.Exposure;

/// <summary>Renders the Service of a workload.</summary>
internal static class ServiceTemplate
{
    private const string Annotation = "service.beta.kubernetes.io/aws-load-balancer-";

    public static ServiceArgs Render(
        string name, Input<string> space, InputMap<string> labels, InputMap<string> selector, IReadOnlyList<ServicePort> ports, Expose expose, Health health, LoadBalancing loadBalancing)
    {
        var spec = new ServiceSpecArgs { Type = "ClusterIP", Selector = selector };
        foreach (var port in ports)
        {
            spec.Ports.Add(new ServicePortArgs { Name = port.Name, Port = port.Number.Number, TargetPort = port.Container.Number, Protocol = "TCP" });
        }

        var metadata = new ObjectMetaArgs { Name = name, Namespace = space, Labels = labels };
        if (expose is LoadBalancerExposure loadBalancer)
        {
            spec.Type = "LoadBalancer";
            spec.LoadBalancerClass = loadBalancing.ServiceClass;
            spec.AllocateLoadBalancerNodePorts = false;
            foreach (var source in loadBalancer.Sources)
            {
                spec.LoadBalancerSourceRanges.Add(source.ToString());
            }

            metadata.Annotations = Annotations(loadBalancer, health);
        }

        return new ServiceArgs { Metadata = metadata, Spec = spec };
    }

    private static InputMap<string> Annotations(LoadBalancerExposure exposure, Health health)
    {
        var seconds = ((int)LoadBalancerTimes.Deregistration.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var annotations = new InputMap<string>
        {
            [Annotation + "scheme"] = exposure.Scheme == LoadBalancerScheme.Internal ? "internal" : "internet-facing",
            [Annotation + "nlb-target-type"] = "ip",
            [Annotation + "attributes"] = "load_balancing.cross_zone.enabled=true",
            [Annotation + "target-group-attributes"] = $"deregistration_delay.timeout_seconds={seconds},preserve_client_ip.enabled=false",
        };
        if (health.Readiness is { Path: { } path } readiness)
        {
            annotations.Add(Annotation + "healthcheck-protocol", "http");
            annotations.Add(Annotation + "healthcheck-path", path);
            annotations.Add(Annotation + "healthcheck-port", readiness.Port?.ToString() ?? "traffic-port");
        }

        if (exposure.Reason.Length > 0)
        {
            annotations.Add("opt-out.components/private-load-balancer", exposure.Reason);
        }

        return annotations;
    }
}
