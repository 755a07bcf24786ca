using System.Runtime.CompilerServices;
using Components.Rollouts;
using Components.Targets;
using Components.Values;
using Pulumi;
using Pulumi.Kubernetes.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;

namespace Components.Workloads;

/// <summary>A task that runs once to its end, and again whenever what it runs changes: a Job.</summary>
public sealed class OneOffTask : ComponentResource
{
    /// <summary>Declares it.</summary>
    /// <param name="name">The name, unique in the namespace.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">Options of the component.</param>
    /// <param name="file">Set by the compiler.</param>
    /// <param name="line">Set by the compiler.</param>
    public OneOffTask(
        string name,
        OneOffTaskArgs args,
        ComponentResourceOptions? options = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
        : base(
            "components:tasks:OneOffTask",
            AppNamespace.Qualify(args.Namespace, name),
            ComponentOptions.In(args.Namespace.Target, options)
        )
    {
        var workload = WorkloadSetup.Begin(name, "task", args, [], this, Place.Source(file, line));
        Reference = workload.Reference;
        RolloutRules.Check(args.Release, Reference, "a one-off task", "Each run is one pod.");
        var plan = PodPlan.Of(workload, args, args.Release?.Serving, Track.Stable);
        var metadata = PodTemplate.Metadata(plan);
        metadata.Name = Name;
        metadata.Namespace = args.Namespace.Name;

        // What it calls may need minutes for its first disk or node: more than the tries of a Job last.
        var children = new CustomResourceOptions { Parent = this, DependsOn = Calls.Resources(args.Calls) };
        Job = new Job(GetResourceName(), new JobArgs { Metadata = metadata, Spec = JobTemplate.Spec(plan, args) }, children);
        RegisterOutputs();
    }

    /// <summary>The name of its objects and of its container.</summary>
    public string Name => Reference.Name;

    /// <summary>Its name with its namespace.</summary>
    public ServiceReference Reference { get; }

    /// <summary>The Job.</summary>
    public Job Job { get; }
}
