namespace Pulumi;

/// <summary>Options of a hook.</summary>
public class ResourceHookOptions
{
    /// <summary>Whether previews call it too.</summary>
    /// <value><see langword="false"/> if not set.</value>
    public bool? OnDryRun { get; set; }

    /// <summary>Whether its failure is only a warning.</summary>
    /// <value><see langword="false"/> if not set.</value>
    public bool? IgnoreErrors { get; set; }
}
