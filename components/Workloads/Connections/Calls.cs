using Components.Pods;
using Components.Targets;
using Components.Values;
using Pulumi;
using Pulumi.Kubernetes.Networking.V1;

namespace Components.Workloads;

/// <summary>What follows from the calls of a workload: variables, network policies on both sides, edges in the graph.</summary>
internal static class Calls
{
    /// <summary>The variables that tell a caller where its callees answer: <c>AUTH_URL</c> for <c>auth</c>.</summary>
    public static IEnumerable<(string Name, EnvValue Value)> Variables(IReadOnlyList<ICallee> callees) =>
        callees
            .Where(callee => callee is { VariableName: not null, Url: not null })
            .Select(callee => ($"{callee.VariableName!.Replace('-', '_').ToUpperInvariant()}_URL", (EnvValue)callee.Url!));

    /// <summary>The services of the program that are called, as resources to wait for. One called by its name alone may be declared later:
    /// nobody can wait for it.</summary>
    public static InputList<Resource> Resources(IReadOnlyList<ICallee> callees) =>
        [
            .. callees
                .Select(callee => callee is ServiceEndpoint endpoint ? endpoint.Owner : callee as Resource)
                .OfType<Resource>()
                .Distinct(),
        ];

    public static void Declare(ServiceReference caller, AppNamespace space, IReadOnlyList<ICallee> callees, Resource parent, Place place)
    {
        if (callees.Count == 0)
        {
            return;
        }

        var options = new CustomResourceOptions { Parent = parent };
        _ = new NetworkPolicy($"{caller}-calls", ConnectionPolicies.Egress(caller, space.Name, callees), options);
        foreach (var callee in callees)
        {
            space.Target.Services.Connect(new Connection(caller, callee, place));
        }

        foreach (
            var called in callees.Where(callee => callee.Service is not null).GroupBy(callee => callee.Service!, callee => callee.Ports)
        )
        {
            var ports = called.SelectMany(ports => ports).Distinct();
            _ = new NetworkPolicy(
                $"{called.Key}-from-{caller}",
                ConnectionPolicies.Ingress(caller, called.Key, ports, space.Target.Services.NamespaceName(called.Key.Namespace)),
                options
            );
        }
    }
}
