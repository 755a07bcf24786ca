using Components.Values;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Components.Pods;

/// <summary>A disk that each pod of a stateful service has of its own.</summary>
/// <param name="Name">The name in the pod.</param>
/// <param name="Size">How much. It cannot change while the service exists.</param>
/// <param name="At">The folder in the container.</param>
public sealed record Disk(string Name, Memory Size, string At)
{
    /// <summary>The storage class.</summary>
    /// <value>Default: the cluster's own, encrypted gp3.</value>
    public string? StorageClass { get; init; }

    internal PersistentVolumeClaimArgs Claim() =>
        new()
        {
            Metadata = new ObjectMetaArgs { Name = DnsLabel.Parse(Name, "disk").Value },
            Spec = VolumeClaimTemplate.Spec(Size, VolumeAccess.OneNode, StorageClass),
        };

    internal VolumeMountArgs Mount() => new() { Name = Name, MountPath = AbsolutePath.Check(At, "a disk is mounted at") };
}
