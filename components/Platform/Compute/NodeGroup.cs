namespace Components.Platform;

/// <summary>Nodes of one kind, over all private subnets.</summary>
public sealed record NodeGroup
{
    /// <summary>The name, unique in the cluster.</summary>
    public required string Name { get; init; }

    /// <summary>The fewest nodes; also how many there are at first.</summary>
    public required int MinSize { get; init; }

    /// <summary>The most nodes that an autoscaler may ask for.</summary>
    public required int MaxSize { get; init; }

    /// <summary>The instance types, best first. For spot list several: fewer interruptions.</summary>
    public required IReadOnlyList<string> InstanceTypes { get; init; }

    /// <summary>How instances are bought.</summary>
    /// <value>Default: on demand.</value>
    public Capacity Capacity { get; init; } = Capacity.OnDemand;

    /// <summary>The operating system.</summary>
    /// <value>Default: Bottlerocket.</value>
    public NodeImage Image { get; init; } = NodeImage.Bottlerocket;

    /// <summary>The processors of the instance types.</summary>
    /// <value>Default: amd64.</value>
    public Architecture Architecture { get; init; } = Architecture.Amd64;

    /// <summary>The size of the encrypted gp3 volume for images and containers, in GiB.</summary>
    /// <value>Default: 50.</value>
    public int DiskGiB { get; init; } = 50;

    /// <summary>Labels of the nodes.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Taints of the nodes.</summary>
    public IReadOnlyList<Taint> Taints { get; init; } = [];
}
