using Components.Targets;
using Pulumi;

namespace Components.Routes;

/// <summary>What a <see cref="WebGateway"/> is made of.</summary>
public sealed class WebGatewayArgs
{
    /// <summary>Where it is, with the routes through it.</summary>
    public required AppNamespace Namespace { get; init; }

    /// <summary>The ARN of the ACM certificate with which it ends TLS.</summary>
    public required Input<string> Certificate { get; init; }

    /// <summary>Why it is on the internet; none keeps it in the network.</summary>
    public string? PublicBecause { get; init; }
}
