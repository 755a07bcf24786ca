using Components.Pods;
using Components.Targets;
using Components.Values;
using Pulumi;

namespace Components.Workloads;

/// <summary>What all workloads do before their own objects: take a name, complete variables, declare identity and connections.</summary>
internal static class WorkloadSetup
{
    // Room for suffixes of names made from it, and for the hash of pods.
    private const int LongestName = 50;

    public static PreparedWorkload Begin(
        string name,
        string what,
        WorkloadArgs args,
        IReadOnlyList<ServicePort> ports,
        Resource workload,
        Place place,
        Health? health = null
    )
    {
        var reference = new ServiceReference(args.Namespace.Label, DnsLabel.Parse(name, what, LongestName).Value);
        args.Namespace.Target.Services.Add(reference, ports, place);
        DeclaredPlace.Tell(workload, place, args.Release);
        CheckContainers(reference, args, place);
        RefuseHealthWithoutPort(reference, reference.Name, health, ports.Count > 0, place);
        if (args.Uses.Count > 0 && args.Namespace.Target is { IsCluster: true, ClusterName: null })
        {
            ProblemCollection.Report(
                new Problem(
                    place,
                    $"{reference}: Uses something in AWS, and the target is no cluster of EKS",
                    "Name it in the stack: platform:target: { eksCluster: its-name, … }; elsewhere pods get no rights in AWS."
                )
            );
        }

        var env = WorkloadEnvironment.Of(reference, args, workload, place);
        var account = WorkloadIdentity.Declare(reference, args, workload);
        Calls.Declare(reference, args.Namespace, args.Calls, workload, place);
        return new PreparedWorkload(reference, env, account);
    }

    private static void CheckContainers(ServiceReference workload, WorkloadArgs args, Place place)
    {
        var companions = args.InitContainers.Concat(args.Sidecars).Concat(args.Containers).ToList();
        foreach (
            var twice in companions
                .Select(container => container.Name)
                .Append(workload.Name)
                .GroupBy(name => name)
                .Where(group => group.Count() > 1)
        )
        {
            ProblemCollection.Report(
                new Problem(
                    place,
                    $"{workload}: two containers are named '{twice.Key}'",
                    "The workload's own container has the workload's name; names are unique in a pod."
                )
            );
        }

        foreach (var companion in companions)
        {
            RefuseHealthWithoutPort(workload, companion.Name, companion.Health, companion.Port is not null, place);
        }

        var volumes = companions.SelectMany(container => container.Volumes).Concat(args.Volumes).Select(mount => mount.Volume).ToList();
        if (volumes.FirstOrDefault(volume => volume.IsClaim) is { } claim)
        {
            RefuseDiskOfRoot(workload, claim.Name, args, place);
        }

        if (volumes.FirstOrDefault(volume => volume.IsOfHost) is { } host && !SecurityContexts.Has(args.OptOuts, Hardening.NoHostPaths))
        {
            ProblemCollection.Report(
                new Problem(
                    place,
                    $"{workload}: volume '{host.Name}' is a path of the node",
                    "Write OptOuts = [OptOut.HostPaths(reason)], in a namespace whose PodSecurity is Privileged."
                )
            );
        }
    }

    // A port would have to be guessed, and a probe of a wrong one never lets the container serve, or restarts it for ever.
    private static void RefuseHealthWithoutPort(ServiceReference workload, string container, Health? health, bool hasPort, Place place)
    {
        if (!hasPort && health is { NeedsOwnPort: true })
        {
            ProblemCollection.Report(
                new Problem(
                    place,
                    $"{workload}: the health of container '{container}' is asked on its port, and it has none",
                    "Name the port, as in Health.Http(readiness: \"/readyz\", port: 8080), or ask by a command: "
                        + "Health.Exec(\"/bin/check\")."
                )
            );
        }
    }

    /// <summary>Refuses a disk that only root could write to: fake nodes let it pass, and on real ones the pod would not start.</summary>
    public static void RefuseDiskOfRoot(ServiceReference workload, string disk, WorkloadArgs args, Place place)
    {
        if (args.RunAs is null && !SecurityContexts.Has(args.OptOuts, Hardening.NonRootUser))
        {
            ProblemCollection.Report(
                new Problem(
                    place,
                    $"{workload}: disk '{disk}' would belong to root, and the pod runs as another user",
                    "Write RunAs = the number of the image's user: the disk is given to its group."
                )
            );
        }
    }
}
