using Agreement;
using Components.Values;
using Pulumi;

namespace Components.Targets;

/// <summary>The services of a program, and who calls whom. Cycles are fine: names are resolved when all are declared.</summary>
public sealed class ServiceGraph
{
    private readonly Dictionary<ServiceReference, (IReadOnlyList<ServicePort> Ports, Place Place)> _services = [];
    private readonly Dictionary<string, Output<string>> _namespaces = [];
    private readonly List<Connection> _connections = [];
    private readonly SortedDictionary<string, string> _urls = new(StringComparer.Ordinal);

    /// <summary>What can be called, in the order of its declaration.</summary>
    public IEnumerable<ServiceReference> Services =>
        _services.Where(service => service.Value.Ports.Count > 0).Select(service => service.Key);

    /// <summary>Where clients outside the cluster find what routes lead to, by the route's namespace and name.</summary>
    public IReadOnlyDictionary<string, string> Urls => _urls;

    /// <summary>Who calls whom.</summary>
    public IReadOnlyList<Connection> Connections => _connections;

    /// <summary>Reports calls of services that do not exist, or of ports that they do not have. To be called when all are
    /// declared.</summary>
    public void RefuseUnresolved()
    {
        foreach (var call in _connections.Select(connection => connection.Callee).OfType<NamedService>())
        {
            if (!_services.TryGetValue(call.Service, out var service))
            {
                var advice = Spelling.Question(call.Service.ToString(), Services.Select(known => known.ToString()));
                ProblemCollection.Report(
                    new Problem(
                        call.Place,
                        $"no service is named '{call.Service}'",
                        $"Services are: {string.Join(", ", Services)}.{advice}"
                    )
                );
            }
            else if (!service.Ports.Any(port => port.Number == call.ServicePort && call.Ports.Contains(port.Container)))
            {
                var ports = string.Join(", ", service.Ports.Select(port => $"{port.Number} (container port {port.Container})"));
                ProblemCollection.Report(
                    new Problem(
                        call.Place,
                        $"service '{call.Service}' has no port {call.ServicePort} (container port {call.Ports[0]})",
                        $"It has: {ports} ({service.Place})."
                    )
                );
            }
        }
    }

    /// <summary>A namespace's name: as the namespace gives it where it is declared before, so that what is in it waits for it.</summary>
    internal Input<string> NamespaceName(string name) => _namespaces.TryGetValue(name, out var output) ? output : name;

    internal void Add(string name, Output<string> space) => _namespaces.TryAdd(name, space);

    internal void Add(ServiceReference service, IReadOnlyList<ServicePort> ports, Place place)
    {
        if (!_services.TryAdd(service, (ports, place)))
        {
            ProblemCollection.Report(
                new Problem(
                    place,
                    $"a workload named '{service}' is declared twice",
                    $"The first is in {_services[service].Place}. Names are unique in a namespace."
                )
            );
        }
    }

    internal void Answers(string route, string url) => _urls[route] = url;

    internal void Connect(Connection connection) => _connections.Add(connection);
}
