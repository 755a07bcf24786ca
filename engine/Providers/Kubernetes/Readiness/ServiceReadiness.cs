using System.Diagnostics;
using Engine.Contract;
using Engine.Events;
using Engine.Providers.Kubernetes.Cluster;
using Engine.Values;

namespace Engine.Providers.Kubernetes.Readiness;

/// <summary>
/// A Service is ready when its load balancer has an address and traffic goes to just those pods that are ready now. Where no pod is there
/// to direct traffic to, it is
/// ready once that has stayed so for a while, as with the published provider.
/// </summary>
/// <param name="quiet">How long without pods is long enough.</param>
internal sealed class ServiceReadiness(TimeSpan quiet) : IReadiness
{
    private static readonly ObjectKind PodKind = new("v1", "Pod");
    private static readonly ObjectKind SliceKind = new("discovery.k8s.io/v1", "EndpointSlice");

    private const string SkipAdvice = $" Or do without: annotate the Service with {WaitAnnotations.Skip}: \"true\".";

    private long _quietSince = Stopwatch.GetTimestamp();

    public async Task<ReadyState> CheckAsync(PropertyMap live, ApiObjects objects, CancellationToken cancellation)
    {
        var spec = live.Map("spec");
        if (spec.Text("type") == "LoadBalancer" && !live.Map("status").Map("loadBalancer").Items("ingress").Any())
        {
            return ReadyState.Waiting("no address yet of the load balancer");
        }

        if (
            spec.Text("type") == "ExternalName"
            || spec.Text("clusterIP") == "None"
            || spec.Map("selector").Count == 0
            || spec.Flag("publishNotReadyAddresses")
        )
        {
            return ReadyState.Ready;
        }

        try
        {
            return await TrafficAsync(live, objects, cancellation);
        }
        catch (ApiException e)
        {
            // The right may be on its way with the same update.
            return ReadyState.Stalled($"it is not known whether traffic goes to its pods: {Refusals.Explained(e)}{SkipAdvice}");
        }
    }

    private async Task<ReadyState> TrafficAsync(PropertyMap live, ApiObjects objects, CancellationToken cancellation)
    {
        var spec = live.Map("spec");
        var (name, space) = (live.Map("metadata").Text("name"), live.Map("metadata").Text("namespace"));
        var pods = (await objects.ListAsync(PodKind, space, Selectors.Query(spec.Map("selector")), cancellation)).Where(IsStaying).ToList();
        var served = (
            await objects.ListAsync(SliceKind, space, Selectors.Query(PropertyMap.Of(("kubernetes.io/service-name", name!))), cancellation)
        )
            .SelectMany(slice => slice.Items("endpoints"))
            .Where(IsServing)
            .Select(endpoint => endpoint.Map("targetRef").Text("name"))
            .ToHashSet();
        var ready = pods.Where(pod => pod.Holds("Ready")).Select(pod => pod.Map("metadata").Text("name")).ToHashSet();
        if (pods.Count > 0 || served.Count > 0)
        {
            _quietSince = Stopwatch.GetTimestamp();
        }

        return pods.Count == 0 && served.Count == 0
            ? ReadyState.When(Stopwatch.GetElapsedTime(_quietSince) >= quiet, "no pods to direct traffic to yet")
            : ReadyState.When(
                ready.Count > 0 && served.SetEquals(ready),
                $"traffic goes to {served.Count(ready.Contains)} of {pods.Count} pods, {ready.Count} ready"
            );
    }

    private static bool IsStaying(PropertyMap pod) =>
        !pod.Map("metadata").ContainsKey("deletionTimestamp") && pod.Map("status").Text("phase") is not ("Succeeded" or "Failed");

    private static bool IsServing(PropertyMap endpoint) =>
        endpoint.Map("conditions") is var conditions && (!conditions.ContainsKey("ready") || conditions.Flag("ready"));
}
