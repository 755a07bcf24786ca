using Components.Values;

namespace Components.Targets;

/// <summary>
/// Something on the internet that a workload calls. Network policies know addresses and no names: the port is opened to the whole internet,
/// and the name is for readers of the program and of the graph.
/// </summary>
public sealed record External : ICallee
{
    private External(string host, Port port)
    {
        Host =
            Uri.CheckHostName(host) == UriHostNameType.Dns && host.Contains('.', StringComparison.Ordinal)
                ? host
                : ProblemCollection.Refuse(
                    $"'{host}' is no host on the internet. Write its name alone, such as api.stripe.com, without https:// and path.",
                    "refused.example"
                );
        Ports = [port];
    }

    /// <summary>The host.</summary>
    public string Host { get; }

    /// <inheritdoc/>
    public string? VariableName => null;

    /// <inheritdoc/>
    public string? Url => null;

    /// <inheritdoc/>
    public ServiceReference? Service => null;

    /// <inheritdoc/>
    public IReadOnlyList<Port> Ports { get; }

    /// <summary>A host, on port 443.</summary>
    public static External Https(string host) => new(host, 443);

    /// <summary>A host and a port.</summary>
    public static External Tcp(string host, Port port) => new(host, port);

    /// <inheritdoc/>
    public override string ToString() => Host;
}
