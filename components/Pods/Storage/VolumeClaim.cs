using Components.Targets;
using Components.Values;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Components.Pods;

/// <summary>A disk that outlives pods: a PersistentVolumeClaim.</summary>
public sealed class VolumeClaim : ComponentResource
{
    /// <summary>Declares a claim.</summary>
    /// <param name="name">The name, unique in the namespace.</param>
    /// <param name="args">What it asks for.</param>
    /// <param name="options">Options of the component.</param>
    public VolumeClaim(string name, VolumeClaimArgs args, ComponentResourceOptions? options = null)
        : base(
            "components:storage:VolumeClaim",
            AppNamespace.Qualify(args.Namespace, name),
            ComponentOptions.In(args.Namespace.Target, options)
        )
    {
        Name = DnsLabel.Parse(name, "claim").Value;
        Access = args.Access;
        Claim = new PersistentVolumeClaim(
            GetResourceName(),
            new PersistentVolumeClaimArgs
            {
                Metadata = new ObjectMetaArgs { Name = Name, Namespace = args.Namespace.Name },
                Spec = VolumeClaimTemplate.Spec(args.Size, args.Access, args.StorageClass),
            },
            new CustomResourceOptions { Parent = this, RetainOnDelete = args.Retain }
        );
        ObjectName = Claim.Metadata.Apply(metadata => metadata.Name);
        RegisterOutputs();
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The name as the claim gives it: what uses it waits for the claim.</summary>
    public Output<string> ObjectName { get; }

    /// <summary>From where it can be mounted.</summary>
    public VolumeAccess Access { get; }

    /// <summary>The claim.</summary>
    public PersistentVolumeClaim Claim { get; }

    /// <summary>Mounts it for reading and writing.</summary>
    /// <param name="path">The folder in the container.</param>
    public VolumeMount At(string path) => Volume.Claim(this).At(path);
}
