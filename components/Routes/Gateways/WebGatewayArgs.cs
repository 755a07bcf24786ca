using Components.Targets;
using Components.Values;
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
    public string? PublicBecause
    {
        get;
        init =>
            field = value is null
                ? null
                : Reasons.Check(
                    value,
                    "a gateway on the internet",
                    "Say in a sentence who needs it from there; it is shown to who reviews the Gateway."
                );
    }
}
