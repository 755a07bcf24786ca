using Components.Values;
using Pulumi;

namespace Components.Workloads;

/// <summary>All that a Service is rendered from, but for how it is exposed.</summary>
/// <param name="Name">The name.</param>
/// <param name="Namespace">The namespace.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Selector">The labels of its pods.</param>
/// <param name="Ports">Its ports.</param>
internal sealed record ServicePlan(
    string Name,
    Input<string> Namespace,
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyDictionary<string, string> Selector,
    IReadOnlyList<ServicePort> Ports
)
{
    /// <summary>Whether it may have no pods for long: nobody waits for them.</summary>
    public bool IsOftenEmpty { get; init; }
}
