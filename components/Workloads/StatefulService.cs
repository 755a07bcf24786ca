using System.Runtime.CompilerServices;
using Components.Rollouts;
using Components.Targets;
using Components.Values;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Policy.V1;
using StatefulSet = Pulumi.Kubernetes.Apps.V1.StatefulSet;

namespace Components.Workloads;

/// <summary>A service whose pods have a name and disks of their own, such as a database: a StatefulSet, a Service for callers, and a
/// headless one for its pods.</summary>
public sealed class StatefulService : ComponentResource, ICallee
{
    private readonly ServicePort _port;

    /// <summary>Declares it.</summary>
    /// <param name="name">The name, unique in the namespace.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">Options of the component.</param>
    /// <param name="file">Set by the compiler.</param>
    /// <param name="line">Set by the compiler.</param>
    public StatefulService(
        string name,
        StatefulServiceArgs args,
        ComponentResourceOptions? options = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
        : base(
            "components:workloads:StatefulService",
            AppNamespace.Qualify(args.Namespace, name),
            ComponentOptions.In(args.Namespace.Target, options)
        )
    {
        var place = Place.Source(file, line);
        var space = args.Namespace;
        _port = new ServicePort("main", args.Port, args.Port);
        var workload = WorkloadSetup.Begin(name, "service", args, [_port], this, place);
        Reference = workload.Reference;
        RolloutRules.Check(args.Release, Reference, "a stateful service", "Its pods are not alike.", replicas: true);
        if (args.Disks.Count > 0)
        {
            WorkloadSetup.RefuseDiskOfRoot(Reference, args.Disks[0].Name, args, place);
        }

        var replicas = args.Release?.Replicas.Min ?? 1;
        var plan = PodPlan.Of(workload, args, args.Release?.Version, Track.Stable) with
        {
            Ports = [("main", args.Port)],
            Health = args.Health,
            Disks = args.Disks,
        };
        var children = new CustomResourceOptions { Parent = this };
        var labels = WorkloadLabels.Shared(Name, space.Label);
        var pods = WorkloadLabels.App(Name);
        PodsService = new Service(
            $"{Reference}-pods",
            ServiceTemplate.Render(
                new ServicePlan($"{Name}-pods", space.Name, labels, pods, [_port]),
                Expose.Headless(),
                null,
                space.Target.LoadBalancing
            ),
            children
        );
        Service = new Service(
            GetResourceName(),
            ServiceTemplate.Render(
                new ServicePlan(Name, space.Name, labels, pods, [_port]),
                Expose.Cluster(),
                args.Health,
                space.Target.LoadBalancing
            ),
            children
        );
        StatefulSet = new StatefulSet(GetResourceName(), StatefulSetTemplate.Render(plan, args, replicas, $"{Name}-pods"), children);
        if (replicas > 1)
        {
            _ = new PodDisruptionBudget(GetResourceName(), DeploymentTemplate.DisruptionBudget(Name, space), children);
        }

        RegisterOutputs(new Dictionary<string, object?> { ["host"] = Host });
    }

    /// <summary>The name of its objects and of its container.</summary>
    public string Name => Reference.Name;

    /// <summary>Its name with its namespace.</summary>
    public ServiceReference Reference { get; }

    /// <summary>The host that callers use.</summary>
    public string Host => $"{Name}.{Reference.Namespace}.svc";

    /// <summary>The Service for callers.</summary>
    public Service Service { get; }

    /// <summary>The headless Service, which gives each pod a name.</summary>
    public Service PodsService { get; }

    /// <summary>The StatefulSet.</summary>
    public StatefulSet StatefulSet { get; }

    /// <inheritdoc/>
    public override string ToString() => Reference.ToString();

    string ICallee.VariableName => Name;

    string ICallee.Url => $"tcp://{Host}:{_port.Number}";

    ServiceReference ICallee.Service => Reference;

    IReadOnlyList<Port> ICallee.Ports => [_port.Container];
}
