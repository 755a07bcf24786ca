namespace Components.Platform;

/// <summary>Where images are kept.</summary>
public sealed record RegistryArgs
{
    /// <summary>The AWS account of the registry, 12 digits.</summary>
    public required string Account { get; init; }

    /// <summary>The region of the registry.</summary>
    public required string Region { get; init; }

    /// <summary>Whether this stack makes the repositories. One stack does, so that an image is built once and promoted unchanged.</summary>
    public required bool Owned { get; init; }

    /// <summary>Other accounts that may pull, 12 digits each: those of the stacks that do not own the registry.</summary>
    public IReadOnlyList<string> PulledFrom { get; init; } = [];

    /// <summary>How many tagged images of a repository are kept; older ones are removed.</summary>
    /// <value>Default: 200.</value>
    public int Keep { get; init; } = 200;

    /// <summary>Whether repositories can be deleted only after this is taken back; then with the images in them.</summary>
    /// <value>Default: true.</value>
    public bool Protect { get; init; } = true;
}
