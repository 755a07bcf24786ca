using Components.Containers;
using Components.Security;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Components.Workloads;

/// <summary>Renders pods.</summary>
internal static class PodTemplate
{
    public static PodTemplateSpecArgs Render(PodPlan plan) => new()
    {
        Metadata = new ObjectMetaArgs
        {
            Labels = new Dictionary<string, string>(plan.Labels),
            Annotations = SecurityContexts.Annotations(plan.Args.OptOuts),
        },
        Spec = Spec(plan),
    };

    public static PodSpecArgs Spec(PodPlan plan)
    {
        var args = plan.Args;
        var spec = new PodSpecArgs
        {
            AutomountServiceAccountToken = SecurityContexts.Has(args.OptOuts, Hardening.NoServiceAccountToken),
            EnableServiceLinks = false,
            RestartPolicy = plan.RestartPolicy,
            SecurityContext = SecurityContexts.ForPod(args.RunAs, args.OptOuts, plan.Ports.Select(port => port.Port)),
            TerminationGracePeriodSeconds = (int)(plan.PauseBeforeStop + args.Shutdown).TotalSeconds,
            Containers = { Main(plan) },
        };
        foreach (var volume in ContainerTemplate.Volumes(plan.Name, args).DistinctBy(volume => volume.Name))
        {
            spec.Volumes.Add(volume.Volume);
        }

        if (plan.SpreadBy is { } labels)
        {
            spec.TopologySpreadConstraints.Add(Spread("topology.kubernetes.io/zone", labels), Spread("kubernetes.io/hostname", labels));
        }

        args.Pod?.Invoke(spec);
        return spec;
    }

    private static ContainerArgs Main(PodPlan plan)
    {
        var container = ContainerTemplate.Render(plan.Name, plan.Args, plan.Image, plan.Args.OptOuts);
        foreach (var (name, port) in plan.Ports)
        {
            container.Ports.Add(new ContainerPortArgs { Name = name, ContainerPortValue = port.Number, Protocol = "TCP" });
        }

        if (plan.Health is { } health)
        {
            ContainerTemplate.AddProbes(container, health, plan.Ports.Count > 0 ? plan.Ports[0].Port : 80);
        }

        if (plan.PauseBeforeStop > TimeSpan.Zero)
        {
            container.Lifecycle = new LifecycleArgs
            {
                PreStop = new LifecycleHandlerArgs { Sleep = new SleepActionArgs { Seconds = (int)plan.PauseBeforeStop.TotalSeconds } },
            };
        }

        return container;
    }

    // As far as there is room: a lost zone must not keep pods from running in the others.
    private static TopologySpreadConstraintArgs Spread(string key, IReadOnlyDictionary<string, string> labels) => new()
    {
        TopologyKey = key,
        MaxSkew = 1,
        WhenUnsatisfiable = "ScheduleAnyway",
        LabelSelector = new LabelSelectorArgs { MatchLabels = new Dictionary<string, string>(labels) },
        MatchLabelKeys = { "pod-template-hash" },
    };
}
