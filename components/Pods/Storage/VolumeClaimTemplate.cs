using Components.Values;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Components.Pods;

/// <summary>Renders what a claim asks for.</summary>
internal static class VolumeClaimTemplate
{
    public static PersistentVolumeClaimSpecArgs Spec(Memory size, VolumeAccess access, string? storageClass) =>
        new()
        {
            AccessModes =
            {
                access switch
                {
                    VolumeAccess.OneNode => "ReadWriteOnce",
                    VolumeAccess.AllNodes => "ReadWriteMany",
                },
            },
            Resources = new VolumeResourceRequirementsArgs { Requests = { ["storage"] = size.ToString() } },
            StorageClassName = storageClass!,
        };
}
