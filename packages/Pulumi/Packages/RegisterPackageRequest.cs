namespace Pulumi;

/// <summary>A provider package, possibly parameterized, that resources and calls of it refer to.</summary>
public sealed partial class RegisterPackageRequest
{
    /// <summary>A package, possibly parameterized.</summary>
    public RegisterPackageRequest(
        string name,
        string version,
        string? downloadUrl,
        Dictionary<string, byte[]>? checksums,
        PackageParameterization? parameterization
    )
        : this(name, version, downloadUrl, checksums, parameterization, extension: null) { }

    /// <summary>A package, possibly parameterized or extended.</summary>
    public RegisterPackageRequest(
        string name,
        string version,
        string? downloadUrl,
        Dictionary<string, byte[]>? checksums = null,
        PackageParameterization? parameterization = null,
        PackageParameterization? extension = null
    )
    {
        (Name, Version, DownloadUrl, Checksums) = (name, version, downloadUrl ?? "", checksums ?? []);
        (Parameterization, Extension) = (parameterization, extension);
    }

    /// <summary>The plugin's name.</summary>
    public string Name { get; }

    /// <summary>The plugin's version, without a leading v.</summary>
    public string Version { get; }

    /// <summary>Where the plugin is downloaded from; empty for the usual place.</summary>
    public string DownloadUrl { get; }

    /// <summary>SHA-256 of the plugin's archive by platform.</summary>
    public Dictionary<string, byte[]> Checksums { get; }

    /// <summary>What makes another package of the plugin.</summary>
    public PackageParameterization? Parameterization { get; }

    /// <summary>What is added to the plugin's package.</summary>
    public PackageParameterization? Extension { get; }
}
