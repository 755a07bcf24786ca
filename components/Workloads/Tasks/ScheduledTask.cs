using System.Runtime.CompilerServices;
using Components.Rollouts;
using Components.Targets;
using Components.Values;
using Pulumi;
using Pulumi.Kubernetes.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;

namespace Components.Workloads;

/// <summary>A task that runs to its end by a schedule: a CronJob.</summary>
public sealed class ScheduledTask : ComponentResource
{
    /// <summary>Declares it.</summary>
    /// <param name="name">The name, unique in the namespace.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">Options of the component.</param>
    /// <param name="file">Set by the compiler.</param>
    /// <param name="line">Set by the compiler.</param>
    public ScheduledTask(
        string name,
        ScheduledTaskArgs args,
        ComponentResourceOptions? options = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
        : base(
            "components:tasks:ScheduledTask",
            AppNamespace.Qualify(args.Namespace, name),
            ComponentOptions.In(args.Namespace.Target, options)
        )
    {
        var workload = WorkloadSetup.Begin(name, "task", args, [], this, Place.Source(file, line));
        Reference = workload.Reference;
        RolloutRules.Check(args.Release, Reference, "a scheduled task", "Each run is one pod.");
        var plan = PodPlan.Of(workload, args, args.Release?.Serving, Track.Stable);
        var metadata = PodTemplate.Metadata(plan);
        metadata.Name = Name;
        metadata.Namespace = args.Namespace.Name;
        CronJob = new CronJob(
            GetResourceName(),
            new CronJobArgs { Metadata = metadata, Spec = JobTemplate.Cron(plan, args) },
            new CustomResourceOptions { Parent = this }
        );
        RegisterOutputs();
    }

    /// <summary>The name of its objects and of its container.</summary>
    public string Name => Reference.Name;

    /// <summary>Its name with its namespace.</summary>
    public ServiceReference Reference { get; }

    /// <summary>The CronJob.</summary>
    public CronJob CronJob { get; }
}
