using System.Runtime.CompilerServices;
using Components.Connections;
using Components.Exposure;
using Components.Namespaces;
using Components.Networking;
using Components.Problems;
using Components.Rollouts;
using Components.Routes;
using Components.Targets;
using Pulumi;
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
        Place = Place.Source(file, line);
        _port = new ServicePort("http", args.ServicePort, args.Port);
        Reference = WorkloadSetup.Begin(name, "service", args, [_port], this, Place);
        var tracks = RolloutPlan.Of(args.Release, Split(args.Expose));
        Deployments = [.. tracks.Select(track => DeploymentOf(track, args))];
        Backends = args.Expose is RouteExposure ? [.. tracks.Select(track => new Backend(Name + track.Suffix, args.ServicePort, track.Weight))] : [];
        Services = args.Expose is RouteExposure
            ? [.. tracks.Select(track => ServiceOf(Name + track.Suffix, WorkloadLabels.Track(Name, track.Name), args))]
            : [ServiceOf(Name, args.Release?.BlueGreen is null ? WorkloadLabels.App(Name) : WorkloadLabels.Track(Name, tracks.MaxBy(track => track.Weight)!.Name), args)];
        if (tracks.Sum(track => track.Replicas.Most) > 1)
        {
            DisruptionBudget = new PodDisruptionBudget(GetResourceName(), DeploymentTemplate.DisruptionBudget(Name, args.Namespace), new CustomResourceOptions { Parent = this });
        }

        if (args.Expose is LoadBalancerExposure or RouteExposure)
        {
            _ = new NetworkPolicy(
                $"{Reference}-from-load-balancer",
                ConnectionPolicies.FromLoadBalancer(Reference, args.Namespace.Name, args.Namespace.Target.Network, [args.Port, .. args.Health.Ports]),
                new CustomResourceOptions { Parent = this });
        }

        RegisterOutputs(new Dictionary<string, object?> { ["url"] = Url });
    }

    /// <summary>The name of the Deployment, the Service and the container.</summary>
    public string Name => Reference.Name;

    /// <summary>The service's name with its namespace.</summary>
    public ServiceReference Reference { get; }

    /// <summary>Where it is declared.</summary>
    public Place Place { get; }

    /// <summary>The Deployment of the stable version.</summary>
    public Deployment Deployment => Deployments[0];

    /// <summary>The Deployments: of the stable version, and of the one that is rolled out besides.</summary>
    public IReadOnlyList<Deployment> Deployments { get; }

    /// <summary>The Service.</summary>
    public Service Service => Services[0];

    /// <summary>The Services: one, or where a route splits traffic one of each version.</summary>
    public IReadOnlyList<Service> Services { get; }

    /// <summary>Keeps drains of nodes from taking more than one pod at a time; where there is more than one.</summary>
    public PodDisruptionBudget? DisruptionBudget { get; }

    /// <summary>Where it answers, for callers in the cluster.</summary>
    public string Url => Reference.Url(_port.Number);

    string ICallee.VariableName => Name;

    ServiceReference ICallee.Service => Reference;

    IReadOnlyList<Port> ICallee.Ports => [_port.Container];

    /// <summary>Where routes send its traffic, with weights.</summary>
    internal IReadOnlyList<Backend> Backends { get; }

    private static TrafficSplit Split(Expose expose) => expose switch
    {
        RouteExposure => TrafficSplit.Weights,
        LoadBalancerExposure => TrafficSplit.ReplicaShareBehindLoadBalancer,
        _ => TrafficSplit.ReplicaShare,
    };

    private Deployment DeploymentOf(Track track, WebServiceArgs args)
    {
        var plan = PodPlan.Of(Name, args, track.Version, track.Name) with
        {
            Ports = [("http", args.Port)],
            Health = args.Health,
            PauseBeforeStop = args.Expose is LoadBalancerExposure or RouteExposure ? LoadBalancerTimes.PauseBehindLoadBalancer : LoadBalancerTimes.PauseInCluster,
        };
        return DeploymentTemplate.Declare(GetResourceName() + track.Suffix, Name + track.Suffix, plan, track.Replicas, this, Place);
    }

    // Traffic moves to pods that are ready: a Service that selects another version waits for its Deployment.
    private Service ServiceOf(string name, IReadOnlyDictionary<string, string> selector, WebServiceArgs args) => new(
        $"{args.Namespace.Label}/{name}",
        ServiceTemplate.Render(
            new ServicePlan(name, args.Namespace.Name, WorkloadLabels.Shared(Name, args.Namespace.Label), selector, [_port]), args.Expose, args.Health, args.Namespace.Target.LoadBalancing),
        new CustomResourceOptions { Parent = this, DependsOn = args.Release?.BlueGreen is null ? [] : [.. Deployments] });
}
