using Components.Rollouts;
using Components.Targets;
using Components.Values;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;

namespace Components.Workloads;

/// <summary>
/// Declares the Services of a web service. Behind routes that split by weight there are three: <c>name</c> for callers in the cluster, and
/// <c>name-stable</c> and <c>name-candidate</c> for the routes. The candidate's is there before any rollout, so that its targets are
/// registered and
/// healthy, by the pods' readiness gates, before a weight moves to them.
/// </summary>
internal sealed class TrackServices(
    Resource parent,
    WebServiceArgs args,
    string name,
    IReadOnlyList<Track> tracks,
    IReadOnlyList<ServicePort> ports
)
{
    private const string Candidate = "candidate";
    private readonly LoadBalancing _loadBalancing = args.Namespace.Target.LoadBalancing;

    /// <summary>How the target's routes and the service's exposure let traffic be split.</summary>
    public static TrafficSplit Split(Expose expose, LoadBalancing loadBalancing) =>
        expose switch
        {
            RouteExposure => loadBalancing.IngressClass == LoadBalancing.Alb
                ? TrafficSplit.Weights
                : TrafficSplit.ReplicaShareBehindIngress,
            LoadBalancerExposure => TrafficSplit.ReplicaShareBehindLoadBalancer,
            _ => TrafficSplit.ReplicaShare,
        };

    private bool IsWeighted => Split(args.Expose, _loadBalancing) == TrafficSplit.Weights;

    /// <summary>Where routes send its traffic, with weights; none where no route may.</summary>
    public IReadOnlyList<RouteBackend> Backends =>
        args.Expose is not RouteExposure ? []
        : IsWeighted
            ?
            [
                new($"{name}-{Track.Stable}", ports[0].Number, tracks[0].Weight),
                new($"{name}-{Candidate}", ports[0].Number, 100 - tracks[0].Weight),
            ]
        : [new(name, ports[0].Number, 100)];

    /// <summary>Declares them, that for callers first.</summary>
    /// <param name="deployments">What they lead to.</param>
    public IReadOnlyList<Service> Declare(IReadOnlyList<Resource> deployments)
    {
        // One that may select another version than before waits for the pods of that version. Behind a load balancer of its own it does not
        // move.
        InputList<Resource> pods = args.Expose is LoadBalancerExposure ? [] : [.. deployments];
        return IsWeighted
            ?
            [
                Of(name, Selected(), Expose.Cluster(), pods),
                Of($"{name}-{Track.Stable}", WorkloadLabels.Track(name, Track.Stable), args.Expose, []),
                Of($"{name}-{Candidate}", WorkloadLabels.Candidate(name), args.Expose, [], isOftenEmpty: true),
            ]
            : [Of(name, Selected(), args.Expose, pods)];
    }

    // Callers in the cluster meet the active colour, and no canary where a route splits: its share is the route's then, else that of its
    // pods.
    // Without a rollout it is the stable version alone: pods of a colour that is about to be added are there before the Service says which
    // counts.
    private Dictionary<string, string> Selected() =>
        args.Release switch
        {
            { BlueGreen: not null } => WorkloadLabels.Track(name, tracks.MaxBy(track => track.Weight)!.Name),
            { Canary: not null } when !IsWeighted => WorkloadLabels.App(name),
            _ => args.Expose is LoadBalancerExposure ? WorkloadLabels.App(name) : WorkloadLabels.Track(name, Track.Stable),
        };

    private Service Of(
        string service,
        IReadOnlyDictionary<string, string> selector,
        Expose expose,
        InputList<Resource> after,
        bool isOftenEmpty = false
    ) =>
        new(
            $"{args.Namespace.Label}/{service}",
            ServiceTemplate.Render(
                new ServicePlan(service, args.Namespace.Name, WorkloadLabels.Shared(name, args.Namespace.Label), selector, ports)
                {
                    IsOftenEmpty = isOftenEmpty,
                },
                expose,
                args.Health,
                _loadBalancing
            ),
            new CustomResourceOptions { Parent = parent, DependsOn = after }
        );
}
