namespace Pulumi;

/// <summary>Options of a function call.</summary>
public class InvokeOptions
{
    /// <summary>The resource whose provider answers, if <see cref="Provider"/> is not set.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The provider that answers.</summary>
    /// <value>The parent's for the package, or the default provider.</value>
    public ProviderResource? Provider { get; set; }

    /// <summary>The version of the provider's plugin, without a leading v.</summary>
    public string? Version { get; set; }

    /// <summary>Where the provider's plugin is downloaded from.</summary>
    public string? PluginDownloadURL { get; set; }
}
