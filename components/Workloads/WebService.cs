using System.Runtime.CompilerServices;
using Components.Rollouts;
using Components.Targets;
using Components.Values;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Policy.V1;
using Deployment = Pulumi.Kubernetes.Apps.V1.Deployment;

namespace Components.Workloads;

/// <summary>A service that answers requests: a Deployment and its Service, hardened, spread over zones, updated without downtime.</summary>
public sealed class WebService : ComponentResource, ICallee
{
    private readonly IReadOnlyList<ServicePort> _ports;

    /// <summary>Declares a service.</summary>
    /// <param name="name">The name, unique in the namespace.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">Options of the component.</param>
    /// <param name="file">Set by the compiler.</param>
    /// <param name="line">Set by the compiler.</param>
    public WebService(
        string name,
        WebServiceArgs args,
        ComponentResourceOptions? options = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
        : base(
            "components:workloads:WebService",
            AppNamespace.Qualify(args.Namespace, name),
            ComponentOptions.In(args.Namespace.Target, options)
        )
    {
        Place = Place.Source(file, line);
        _ports =
        [
            new ServicePort("http", args.ServicePort, args.Port),
            .. args.MorePorts.Select(port => ServicePort.Further(port.Key, port.Value)),
        ];
        var workload = WorkloadSetup.Begin(name, "service", args, _ports, this, Place);
        Reference = workload.Reference;
        RefuseSamePorts();
        var tracks = RolloutPlan.Of(args.Release, TrackServices.Split(args.Expose, args.Namespace.Target.LoadBalancing));
        var services = new TrackServices(this, args, Name, tracks, _ports);
        IReadOnlyList<Service>? declared = null;
        IEnumerable<Resource> ServiceFirst(IReadOnlyList<Deployment> candidates) =>
            [.. candidates, .. declared = services.Declare(candidates)];
        var isShared = args.Release?.Canary is not null && services.Backends.Count < 2;
        Deployments = DeploymentTemplate.DeclareAll(
            GetResourceName(),
            tracks,
            track => PlanOf(workload, track, args),
            isShared ? ServiceFirst : null,
            this,
            Place
        );
        Services = declared ?? services.Declare(Deployments);
        Backends = services.Backends;
        if (tracks.Sum(track => track.Replicas.Most) > 1)
        {
            DisruptionBudget = new PodDisruptionBudget(
                GetResourceName(),
                DeploymentTemplate.DisruptionBudget(Name, args.Namespace),
                new CustomResourceOptions { Parent = this }
            );
        }

        if (args.Expose is not ClusterExposure)
        {
            _ = new NetworkPolicy(
                $"{Reference}-from-load-balancer",
                ConnectionPolicies.FromLoadBalancer(
                    Reference,
                    args.Namespace.Name,
                    args.Namespace.Target.Network,
                    [.. _ports.Select(port => port.Container), .. args.Health.Ports]
                ),
                new CustomResourceOptions { Parent = this }
            );
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

    /// <summary>The Service for callers in the cluster.</summary>
    public Service Service => Services[0];

    /// <summary>The Services: one, or where a route splits traffic also one of each version.</summary>
    public IReadOnlyList<Service> Services { get; }

    /// <summary>Keeps drains of nodes from taking more than one pod at a time; where there is more than one.</summary>
    public PodDisruptionBudget? DisruptionBudget { get; }

    /// <summary>Where it answers, for callers in the cluster.</summary>
    public string Url => Reference.Url(_ports[0].Number);

    /// <inheritdoc/>
    public override string ToString() => Reference.ToString();

    string ICallee.VariableName => Name;

    ServiceReference ICallee.Service => Reference;

    IReadOnlyList<Port> ICallee.Ports => [_ports[0].Container];

    /// <summary>Where routes send its traffic, with weights.</summary>
    internal IReadOnlyList<RouteBackend> Backends { get; }

    /// <summary>One of its further ports, for callers: <c>Calls = [orders.At("grpc")]</c> gives them <c>ORDERS_GRPC_URL</c>.</summary>
    /// <param name="port">The port's name.</param>
    /// <param name="file">Set by the compiler.</param>
    /// <param name="line">Set by the compiler.</param>
    public ICallee At(string port, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(port);
        if (_ports.FirstOrDefault(own => own.Name == port) is { } found)
        {
            return new ServiceEndpoint(this, Reference, $"{Name}-{found.Name}", found);
        }

        ProblemCollection.Report(
            new Problem(
                Place.Source(file, line),
                $"service '{Reference}' has no port '{port}'",
                $"It has: {string.Join(", ", _ports.Select(own => own.Name))} ({Place}). Add it there: MorePorts = {{ [\"{port}\"] = "
                    + $"9090 }}."
            )
        );
        return this;
    }

    private void RefuseSamePorts()
    {
        foreach (var twice in _ports.GroupBy(port => port.Number).Where(group => group.Count() > 1))
        {
            ProblemCollection.Report(
                new Problem(
                    Place,
                    $"{Reference}: ports {string.Join(" and ", twice.Select(port => port.Name))} are both {twice.Key}",
                    "Callers tell the ports of a service apart by number. Give one of them another, or set ServicePort."
                )
            );
        }

        foreach (var twice in _ports.GroupBy(port => port.Name).Where(group => group.Count() > 1))
        {
            ProblemCollection.Report(
                new Problem(
                    Place,
                    $"{Reference}: two ports are named '{twice.Key}'",
                    "'http' is the name of Port. Choose another one in MorePorts."
                )
            );
        }
    }

    private PodPlan PlanOf(PreparedWorkload workload, Track track, WebServiceArgs args) =>
        PodPlan.Of(workload, args, track.Version, track.Name) with
        {
            Ports = [.. _ports.Select(port => (port.Name, port.Container))],
            Health = args.Health,
            PauseBeforeStop = args.Expose is LoadBalancerExposure or RouteExposure
                ? LoadBalancerTimes.PauseBehindLoadBalancer
                : LoadBalancerTimes.PauseInCluster,
        };
}
