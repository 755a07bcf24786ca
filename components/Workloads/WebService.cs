using System.Runtime.CompilerServices;
using Components.Connections;
using Components.Exposure;
using Components.Naming;
using Components.Namespaces;
using Components.Networking;
using Components.Problems;
using Components.Rollouts;
using Components.Targets;
using Pulumi;
using Pulumi.Kubernetes.Apps.V1;
using Pulumi.Kubernetes.Autoscaling.V2;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Policy.V1;
using Deployment = Pulumi.Kubernetes.Apps.V1.Deployment;

namespace Components.Workloads;

/// <summary>A service that answers requests: a Deployment and its Service, hardened, spread over zones, updated without downtime.</summary>
public sealed class WebService : ComponentResource, ICallee
{
    private readonly ServicePort _port;

    /// <summary>Declares a service.</summary>
    /// <param name="name">The name, unique in the namespace.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">Options of the component.</param>
    /// <param name="file">Set by the compiler.</param>
    /// <param name="line">Set by the compiler.</param>
    public WebService(string name, WebServiceArgs args, ComponentResourceOptions? options = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base("components:workloads:WebService", AppNamespace.Qualify(args.Namespace, name), ComponentOptions.In(args.Namespace.Target, options))
    {
        var place = Place.Source(file, line);
        var space = args.Namespace;
        var replicas = args.Release?.Replicas ?? new Replicas(1);
        Name = DnsLabel.Parse(name, "service", longest: 50).Value;
        Reference = new ServiceReference(space.Label, Name);
        _port = new ServicePort("http", args.ServicePort, args.Port);
        space.Target.Services.Add(Reference, [_port], place);
        WorkloadEnvironment.Complete(Name, args, this, place);

        var plan = PodPlan.Of(Name, args, args.Release?.Version, WorkloadLabels.Stable) with
        {
            Ports = [("http", args.Port)],
            Health = args.Health,
            PauseBeforeStop = args.Expose is LoadBalancerExposure ? LoadBalancerTimes.PauseBehindLoadBalancer : LoadBalancerTimes.PauseInCluster,
            SpreadBy = WorkloadLabels.Track(Name, WorkloadLabels.Stable),
        };
        var children = new CustomResourceOptions { Parent = this };
        Deployment = new Deployment(GetResourceName(), DeploymentTemplate.Render(Name, plan, replicas), children);
        Service = new Service(GetResourceName(), ServiceTemplate.Render(
            Name, space.Name, WorkloadLabels.Shared(Name, space.Label), WorkloadLabels.App(Name), [_port], args.Expose, args.Health, space.Target.LoadBalancing), children);
        if (replicas.Most > 1)
        {
            DisruptionBudget = new PodDisruptionBudget(GetResourceName(), DeploymentTemplate.DisruptionBudget(plan), children);
        }

        if (replicas.IsAutoscaled)
        {
            Autoscaler = new HorizontalPodAutoscaler(GetResourceName(), DeploymentTemplate.Autoscaler(plan, replicas), children);
        }

        if (args.Expose is LoadBalancerExposure)
        {
            _ = new NetworkPolicy($"{Reference}-from-load-balancer", ConnectionPolicies.FromLoadBalancer(Reference, space.Name, space.Target.Network, [args.Port, .. args.Health.Ports]), children);
        }

        Connections.Calls.Declare(Reference, space, args.Calls, this, place);
        RegisterOutputs(new Dictionary<string, object?> { ["url"] = Url });
    }

    /// <summary>The name of the Deployment, the Service and the container.</summary>
    public string Name { get; }

    /// <summary>The service's name with its namespace.</summary>
    public ServiceReference Reference { get; }

    /// <summary>The Deployment.</summary>
    public Deployment Deployment { get; }

    /// <summary>The Service.</summary>
    public Service Service { get; }

    /// <summary>Keeps drains of nodes from taking more than one pod at a time; where there is more than one.</summary>
    public PodDisruptionBudget? DisruptionBudget { get; }

    /// <summary>Sets the number of pods; where the release has bounds.</summary>
    public HorizontalPodAutoscaler? Autoscaler { get; }

    /// <summary>Where it answers, for callers in the cluster.</summary>
    public string Url => Reference.Url(_port.Number);

    string ICallee.VariableName => Name;

    ServiceReference ICallee.Service => Reference;

    IReadOnlyList<Port> ICallee.Ports => [_port.Container];
}
