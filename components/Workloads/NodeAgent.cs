using System.Runtime.CompilerServices;
using Components.Rollouts;
using Components.Targets;
using Components.Values;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using DaemonSet = Pulumi.Kubernetes.Apps.V1.DaemonSet;

namespace Components.Workloads;

/// <summary>A pod on every node, such as a collector of logs: a DaemonSet.</summary>
public sealed class NodeAgent : ComponentResource
{
    /// <summary>Declares it.</summary>
    /// <param name="name">The name, unique in the namespace.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">Options of the component.</param>
    /// <param name="file">Set by the compiler.</param>
    /// <param name="line">Set by the compiler.</param>
    public NodeAgent(
        string name,
        NodeAgentArgs args,
        ComponentResourceOptions? options = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
        : base(
            "components:workloads:NodeAgent",
            AppNamespace.Qualify(args.Namespace, name),
            ComponentOptions.In(args.Namespace.Target, options)
        )
    {
        var workload = WorkloadSetup.Begin(name, "agent", args, [], this, Place.Source(file, line), args.Health);
        Reference = workload.Reference;
        RolloutRules.Check(args.Release, Reference, "an agent of nodes", "One pod runs on each node, and is replaced node by node.");
        var plan = PodPlan.Of(workload, args, args.Release?.Version, Track.Stable) with
        {
            Health = args.Health,
            OnEveryNode = args.Placement.Tolerations.Count == 0,
        };
        DaemonSet = new DaemonSet(GetResourceName(), Render(plan, args), new CustomResourceOptions { Parent = this });
        RegisterOutputs();
    }

    /// <summary>The name of its objects and of its container.</summary>
    public string Name => Reference.Name;

    /// <summary>Its name with its namespace.</summary>
    public ServiceReference Reference { get; }

    /// <summary>The DaemonSet.</summary>
    public DaemonSet DaemonSet { get; }

    private static DaemonSetArgs Render(PodPlan plan, NodeAgentArgs args)
    {
        return new DaemonSetArgs
        {
            Metadata = new ObjectMetaArgs
            {
                Name = plan.Name,
                Namespace = args.Namespace.Name,
                Labels = new Dictionary<string, string>(plan.Labels),
            },
            Spec = new DaemonSetSpecArgs
            {
                Selector = new LabelSelectorArgs { MatchLabels = WorkloadLabels.Track(plan.Name, Track.Stable) },
                UpdateStrategy = new DaemonSetUpdateStrategyArgs
                {
                    Type = "RollingUpdate",
                    RollingUpdate = new RollingUpdateDaemonSetArgs { MaxUnavailable = args.MaxUnavailable.ToString() },
                },
                RevisionHistoryLimit = 3,
                Template = PodTemplate.Render(plan),
            },
        };
    }
}
