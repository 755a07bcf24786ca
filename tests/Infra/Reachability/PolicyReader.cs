using Infra.Tests.Stacks;

namespace Infra.Tests.Reachability;

/// <summary>
/// Decides from rendered NetworkPolicies whether a pod may connect to another, or to an address outside, as Kubernetes does: a connection
/// passes if a policy of each side lets it through.
/// </summary>
internal sealed class PolicyReader(StackRun run)
{
    private readonly List<RenderedObject> _policies = [.. run.Objects.Where(rendered => rendered.Kind == "NetworkPolicy")];

    /// <summary>Pods by namespace, name and labels: those of each controller.</summary>
    public IReadOnlyList<PodOf> Pods { get; } =
    [
        .. from rendered in run.Objects
        from labels in new[]
        {
            "spec.template.metadata.labels.app",
            "spec.jobTemplate.spec.template.metadata.labels.app",
            rendered.Kind == "Pod" ? "metadata.labels.app" : "none",
        }
        where rendered.At(labels) is string
        select new PodOf(rendered.Namespace, Text(rendered.At(labels))),
    ];

    public IEnumerable<int> PortsSpokenOf =>
        _policies.SelectMany(policy => List(policy.At("spec.egress")).Concat(List(policy.At("spec.ingress")))).SelectMany(Ports).Distinct();

    public bool Connects(PodOf from, PodOf to, int port) => Lets("Egress", from, to, port) && Lets("Ingress", to, from, port);

    public bool ReachesAddress(PodOf from, string cidr, int port) =>
        _policies
            .Where(policy => Selects(policy, from) && Types(policy).Contains("Egress"))
            .SelectMany(policy => List(policy.At("spec.egress")))
            .Any(rule =>
                Ports(rule).Contains(port)
                && (
                    rule.TryGetValue("to", out var to) && List(to) is { Count: > 0 } peers
                        ? peers.Any(peer =>
                            peer.TryGetValue("ipBlock", out var block) && Text(((IDictionary<string, object?>)block!)["cidr"]) == cidr
                        )
                        : true
                )
            );

    public bool IsReachedFrom(PodOf pod, string cidr, int port) =>
        _policies
            .Where(policy => Selects(policy, pod) && Types(policy).Contains("Ingress"))
            .SelectMany(policy => List(policy.At("spec.ingress")))
            .Any(rule =>
                Ports(rule).Contains(port)
                && List(rule["from"])
                    .Any(peer => peer.TryGetValue("ipBlock", out var block) && Text(((IDictionary<string, object?>)block!)["cidr"]) == cidr)
            );

    public bool IsIsolated(PodOf pod) =>
        _policies.Any(policy => Selects(policy, pod) && Types(policy).Contains("Ingress"))
        && _policies.Any(policy => Selects(policy, pod) && Types(policy).Contains("Egress"));

    private static string Text(object? value) => value as string ?? "";

    private static List<IDictionary<string, object?>> List(object? value) =>
        value is IList<object?> list ? [.. list.Cast<IDictionary<string, object?>>()] : [];

    private static IEnumerable<string> Types(RenderedObject policy) => ((IList<object?>)policy.At("spec.policyTypes")!).Cast<string>();

    private static IEnumerable<int> Ports(IDictionary<string, object?> rule) =>
        List(rule["ports"]).Select(port => (int)(long)port["port"]!);

    private static bool Selects(RenderedObject policy, PodOf pod) =>
        policy.Namespace == pod.Namespace && (policy.At("spec.podSelector.matchLabels.app") is not string app || app == pod.App);

    private bool Lets(string direction, PodOf pod, PodOf other, int port) =>
        _policies
            .Where(policy => Selects(policy, pod) && Types(policy).Contains(direction))
            .SelectMany(policy => List(policy.At(direction == "Egress" ? "spec.egress" : "spec.ingress")))
            .Any(rule =>
                Ports(rule).Contains(port)
                && rule.TryGetValue(direction == "Egress" ? "to" : "from", out var peers)
                && List(peers)
                    .Any(peer =>
                        peer.TryGetValue("podSelector", out var selector) && Matches(peer, (IDictionary<string, object?>)selector!, other)
                    )
            );

    private static bool Matches(IDictionary<string, object?> peer, IDictionary<string, object?> selector, PodOf pod)
    {
        var space = (IDictionary<string, object?>)((IDictionary<string, object?>)peer["namespaceSelector"]!)["matchLabels"]!;
        return Text(space["kubernetes.io/metadata.name"]) == pod.Namespace
            && Text(((IDictionary<string, object?>)selector["matchLabels"]!)["app"]) == pod.App;
    }
}
