using System.Runtime.CompilerServices;
using Components.Rollouts;
using Components.Targets;
using Components.Values;
using Pulumi;
using Pulumi.Kubernetes.Policy.V1;
using Deployment = Pulumi.Kubernetes.Apps.V1.Deployment;

namespace Components.Workloads;

/// <summary>Pods that nobody calls: they take work from somewhere, such as a queue. A Deployment without a Service.</summary>
public sealed class Worker : ComponentResource
{
    /// <summary>Declares it.</summary>
    /// <param name="name">The name, unique in the namespace.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">Options of the component.</param>
    /// <param name="file">Set by the compiler.</param>
    /// <param name="line">Set by the compiler.</param>
    public Worker(
        string name,
        WorkerArgs args,
        ComponentResourceOptions? options = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
        : base(
            "components:workloads:Worker",
            AppNamespace.Qualify(args.Namespace, name),
            ComponentOptions.In(args.Namespace.Target, options)
        )
    {
        var place = Place.Source(file, line);
        var workload = WorkloadSetup.Begin(name, "worker", args, [], this, place, args.Health);
        Reference = workload.Reference;
        RolloutRules.Check(
            args.Release,
            Reference,
            "a worker",
            "Nothing leads work to one colour: both would take it.",
            canary: true,
            autoscaler: true,
            replicas: true
        );
        var tracks = RolloutPlan.Of(args.Release, TrafficSplit.ReplicaShare);
        Deployments = DeploymentTemplate.DeclareAll(
            GetResourceName(),
            tracks,
            track => PodPlan.Of(workload, args, track.Version, track.Name) with { Health = args.Health },
            args.Release?.Canary is null ? null : canary => canary,
            this,
            place
        );
        if (tracks.Sum(track => track.Replicas.Most) > 1)
        {
            _ = new PodDisruptionBudget(
                GetResourceName(),
                DeploymentTemplate.DisruptionBudget(Name, args.Namespace),
                new CustomResourceOptions { Parent = this }
            );
        }

        RegisterOutputs();
    }

    /// <summary>The name of its objects and of its container.</summary>
    public string Name => Reference.Name;

    /// <summary>Its name with its namespace.</summary>
    public ServiceReference Reference { get; }

    /// <summary>The Deployments: of the stable version, and of the one that is rolled out besides.</summary>
    public IReadOnlyList<Deployment> Deployments { get; }
}
