namespace Components.Platform;

/// <summary>The operating system of a managed node group.</summary>
public enum NodeImage
{
    /// <summary>Bottlerocket: only what containers need, read-only, no shell.</summary>
    Bottlerocket,

    /// <summary>Amazon Linux 2023.</summary>
    AmazonLinux2023,
}
