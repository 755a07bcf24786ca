using Components.Workloads;

namespace Components.Routes;

/// <summary>What a <see cref="GatewayRoute"/> is made of.</summary>
public sealed class GatewayRouteArgs
{
    /// <summary>The gateway that it goes through.</summary>
    public required WebGateway Gateway { get; init; }

    /// <summary>The host.</summary>
    public required string Host { get; init; }

    /// <summary>The services by path, each exposed by <c>Expose.Route()</c>. The longest path wins.</summary>
    public IDictionary<string, WebService> Paths { get; init; } = new Dictionary<string, WebService>();
}
