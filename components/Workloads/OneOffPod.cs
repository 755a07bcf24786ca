using System.Runtime.CompilerServices;
using Components.Rollouts;
using Components.Targets;
using Components.Values;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Components.Workloads;

/// <summary>A pod that runs once and is not restarted, whatever its end. When what it runs changes, another one runs.</summary>
public sealed class OneOffPod : ComponentResource
{
    /// <summary>Declares a pod.</summary>
    /// <param name="name">The name, unique in the namespace.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">Options of the component.</param>
    /// <param name="file">Set by the compiler.</param>
    /// <param name="line">Set by the compiler.</param>
    public OneOffPod(
        string name,
        OneOffPodArgs args,
        ComponentResourceOptions? options = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
        : base(
            "components:workloads:OneOffPod",
            AppNamespace.Qualify(args.Namespace, name),
            ComponentOptions.In(args.Namespace.Target, options)
        )
    {
        var workload = WorkloadSetup.Begin(name, "pod", args, [], this, Place.Source(file, line));
        Reference = workload.Reference;
        RolloutRules.Check(args.Release, Reference, "a pod that runs once", "There is one of it.");
        var plan = PodPlan.Of(workload, args, args.Release?.Serving, Track.Stable) with { RestartPolicy = "Never" };
        var template = PodTemplate.Render(plan);
        var metadata = PodTemplate.Metadata(plan);
        metadata.Name = Name;
        metadata.Namespace = args.Namespace.Name;
        Pod = new Pod(
            GetResourceName(),
            new PodArgs { Metadata = metadata, Spec = template.Spec! },
            new CustomResourceOptions { Parent = this, DependsOn = Calls.Resources(args.Calls) }
        );
        RegisterOutputs();
    }

    /// <summary>The name of the pod and its container.</summary>
    public string Name => Reference.Name;

    /// <summary>The pod's name with its namespace.</summary>
    public ServiceReference Reference { get; }

    /// <summary>The pod.</summary>
    public Pod Pod { get; }
}
