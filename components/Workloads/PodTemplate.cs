using Components.Pods;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Components.Workloads;

/// <summary>Renders pods.</summary>
internal static class PodTemplate
{
    public static PodTemplateSpecArgs Render(PodPlan plan) => new() { Metadata = Metadata(plan), Spec = Spec(plan) };

    /// <summary>The labels and, where protections were given up, annotations that say why.</summary>
    public static ObjectMetaArgs Metadata(PodPlan plan)
    {
        var metadata = new ObjectMetaArgs { Labels = new Dictionary<string, string>(plan.Labels) };
        foreach (var (key, reasons) in SecurityContexts.Annotations(plan.Args.OptOuts))
        {
            metadata.Annotations.Add(key, reasons);
        }

        return metadata;
    }

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
        AddCompanions(spec, plan);
        AddVolumes(spec, plan);
        PlacementTemplate.Apply(spec, args.Placement, plan.SpreadBy, plan.RevisionLabel);
        if (plan.OnEveryNode)
        {
            spec.Tolerations.Add(Toleration.All.Render());
        }

        if (plan.Workload.ServiceAccount is { } account)
        {
            spec.ServiceAccountName = account;
        }

        args.Pod?.Invoke(spec);
        return spec;
    }

    private static ContainerArgs Main(PodPlan plan)
    {
        var container = ContainerTemplate.Render(
            plan.Name,
            plan.Args,
            plan.Workload.Env,
            plan.Image,
            plan.Args.OptOuts,
            plan.PauseBeforeStop
        );
        foreach (var (name, port) in plan.Ports)
        {
            container.Ports.Add(
                new ContainerPortArgs
                {
                    Name = name,
                    ContainerPortValue = port.Number,
                    Protocol = "TCP",
                }
            );
        }

        if (plan.Health is { } health)
        {
            ContainerTemplate.AddProbes(container, health, plan.Ports.Count > 0 ? plan.Ports[0].Port : null);
        }

        foreach (var disk in plan.Disks)
        {
            container.VolumeMounts.Add(disk.Mount());
        }

        plan.Args.OwnContainer?.Invoke(container);
        return container;
    }

    private static void AddCompanions(PodSpecArgs spec, PodPlan plan)
    {
        var args = plan.Args;
        foreach (var container in args.InitContainers)
        {
            spec.InitContainers.Add(ContainerTemplate.Companion(container, args.OptOuts, TimeSpan.Zero));
        }

        // They end after the workload's own container, without being told to wait.
        foreach (var sidecar in args.Sidecars)
        {
            var rendered = ContainerTemplate.Companion(sidecar, args.OptOuts, TimeSpan.Zero);
            rendered.RestartPolicy = "Always";
            spec.InitContainers.Add(rendered);
        }

        // All containers of a pod are told to end at once: what the workload's own one needs goes on for as long as it serves.
        foreach (var container in args.Containers)
        {
            spec.Containers.Add(ContainerTemplate.Companion(container, args.OptOuts, plan.PauseBeforeStop));
        }
    }

    private static void AddVolumes(PodSpecArgs spec, PodPlan plan)
    {
        var companions = plan
            .Args.InitContainers.Concat(plan.Args.Sidecars)
            .Concat(plan.Args.Containers)
            .Select(container => (container.Name, (ContainerSettings)container));
        var volumes = companions
            .Prepend((plan.Name, plan.Args))
            .SelectMany(container => ContainerTemplate.Volumes(container.Item1, container.Item2, plan.Args.RunAs));
        foreach (var volume in volumes.DistinctBy(volume => volume.Name))
        {
            spec.Volumes.Add(volume.Volume);
        }
    }
}
