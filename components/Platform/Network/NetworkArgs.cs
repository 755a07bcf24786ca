using Components.Values;
using Pulumi;

namespace Components.Platform;

/// <summary>What a <see cref="Network"/> is made of.</summary>
public sealed record NetworkArgs
{
    /// <summary>What nodes and pods always talk to: images, credentials, logs.</summary>
    public static IReadOnlyList<string> UsualEndpoints { get; } = ["ecr.api", "ecr.dkr", "ec2", "logs", "sts"];

    /// <summary>The addresses, /16 to /21. Must not overlap with networks that it is to be connected with.</summary>
    public required Ipv4Cidr Cidr { get; init; }

    /// <summary>The region, such as <c>eu-central-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>The letters of the zones, two at least, such as a, b, c.</summary>
    public required IReadOnlyList<char> Zones { get; init; }

    /// <summary>How private subnets reach the internet.</summary>
    /// <value>Default: a gateway in each zone.</value>
    public NatGateways Nat { get; init; } = NatGateways.PerZone;

    /// <summary>AWS services that are reached inside the VPC, not over NAT; each costs by the hour and zone. S3 is always, at no
    /// cost.</summary>
    /// <value>Default: <see cref="UsualEndpoints"/>.</value>
    public IReadOnlyList<string> Endpoints { get; init; } = UsualEndpoints;

    /// <summary>How many days the record of connections (flow log) is kept.</summary>
    /// <value>Default: 90.</value>
    public int FlowLogDays { get; init; } = 90;

    /// <summary>Whether the VPC and its subnets can be deleted only after this is taken back. What is in a subnet cannot be
    /// moved.</summary>
    public bool Protect { get; init; }

    /// <summary>The ARN of the KMS key for the flow log.</summary>
    public required Input<string> KeyArn { get; init; }
}
