using Pulumi;

namespace Components.Platform;

/// <summary>What an <see cref="EksCluster"/> is made of.</summary>
public sealed record EksClusterArgs
{
    /// <summary>The AWS account, 12 digits. Given, not asked for, so that a preview needs no call.</summary>
    public required string Account { get; init; }

    /// <summary>The region, such as <c>eu-central-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>Where the nodes and pods are.</summary>
    public required Network Network { get; init; }

    /// <summary>The key for Secrets and logs. Secrets cannot be made unencrypted later.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>From where the Kubernetes API can be reached.</summary>
    public required ApiEndpoint Endpoint { get; init; }

    /// <summary>The version of Kubernetes.</summary>
    public KubernetesVersion Version { get; init; } = KubernetesVersion.Default;

    /// <summary>What happens when the version's standard support ends.</summary>
    /// <value>Default: AWS upgrades.</value>
    public SupportPolicy Support { get; init; } = SupportPolicy.Standard;

    /// <summary>What pods run on.</summary>
    /// <value>Default: Auto Mode, on demand.</value>
    public Compute Compute { get; init; } = new AutoMode();

    /// <summary>What to install besides.</summary>
    /// <value>Default: metrics-server and observability.</value>
    public IReadOnlyList<AddOn> AddOns { get; init; } = [AddOn.MetricsServer, AddOn.Observability];

    /// <summary>The stack's hosted zone, for <see cref="AddOn.ExternalDns"/>.</summary>
    public HostedZone? Zone { get; init; }

    /// <summary>The IAM roles that may do everything, by ARN. Whoever deploys the stack takes one of them: creating the cluster gives no
    /// rights in it.</summary>
    public required IReadOnlyList<string> Admins { get; init; }

    /// <summary>The IAM roles of teams: ARN and the Kubernetes groups that its holders are in. Namespaces bind rights to groups.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Members { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>How many days the logs of the control plane, and those that <see cref="AddOn.Observability"/> gathers, are kept.</summary>
    /// <value>Default: 90.</value>
    public int LogDays { get; init; } = 90;

    /// <summary>Whether the cluster can be deleted only after this is taken back: EKS and Pulumi refuse, each by itself.</summary>
    /// <value>Default: true.</value>
    public bool Protect { get; init; } = true;
}
