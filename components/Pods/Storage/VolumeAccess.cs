namespace Components.Pods;

/// <summary>From where a claim can be mounted.</summary>
public enum VolumeAccess
{
    /// <summary>From one node at a time: block storage (EBS).</summary>
    OneNode,

    /// <summary>From all nodes: file storage (EFS).</summary>
    AllNodes,
}
