using System.Globalization;
using Components.Policies;

namespace Infra.Policies;

/// <summary>Rules over how much runs at once.</summary>
public static class CapacityPolicies
{
    /// <summary>CAP001: what a namespace runs at its peak fits its quota, and all together the nodes that there may be.</summary>
    public static Policy PeakFits { get; } =
        new(
            "CAP001",
            "a rollout that does not fit stops half way, with old and new pods side by side",
            "Raise the bound, or lower replicas, requests or the autoscaler's maximum.",
            resources =>
            {
                var demands = PeakDemand.Of(resources);
                var spaces = demands.ToLookup(demand => demand.Namespace);
                return resources.SelectMany(resource =>
                    resource.Kind switch
                    {
                        "ResourceQuota" => PeakDemand.Words.SelectMany(word =>
                            Exceeded(resource, resource.Inputs["spec"]["hard"][word], word, spaces[resource.Namespace])
                        ),
                        "NodePool" => Exceeded(resource, resource.Inputs["spec"]["limits"]["cpu"], "requests.cpu", demands),
                        _ => [],
                    }
                );
            }
        );

    private static IEnumerable<Violation> Exceeded(
        RegisteredResource bound,
        PropertyNode limit,
        string word,
        IEnumerable<PeakDemand> demands
    )
    {
        var peak = demands.Sum(demand => demand.Pods * demand.PerPod[word]);
        if (limit.Text is not null && peak > limit.Quantity)
        {
            var largest = demands
                .OrderByDescending(demand => demand.Pods * demand.PerPod[word])
                .Take(5)
                .Select(demand =>
                    $"{demand.Name} {demand.Pods.ToString(CultureInfo.InvariantCulture)} × " + $"{Quantity.Say(word, demand.PerPod[word])}"
                );
            yield return new(bound, limit.Path, $"is {limit.Text}, the peak {Quantity.Say(word, peak)} ({string.Join(", ", largest)})");
        }
    }
}
