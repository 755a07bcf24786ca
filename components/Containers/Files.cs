using Components.Configuration;
using Components.Secrets;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Components.Containers;

/// <summary>Files in a container, one per key of a ConfigMap or Secret.</summary>
public sealed class Files
{
    private readonly Func<VolumeArgs> _volume;

    private Files(string name, string at, Func<VolumeArgs> volume)
    {
        VolumeName = name;
        At = AbsolutePath.Check(at, "files are mounted at");
        _volume = volume;
    }

    /// <summary>The folder.</summary>
    public string At { get; }

    internal string VolumeName { get; }

    /// <summary>The keys of a ConfigMap as files.</summary>
    /// <param name="config">The ConfigMap.</param>
    /// <param name="at">The folder, which holds nothing else then.</param>
    public static Files From(AppConfig config, string at)
    {
        ArgumentNullException.ThrowIfNull(config);
        return new($"config-{config.Name}", at, () => new VolumeArgs { Name = $"config-{config.Name}", ConfigMap = new ConfigMapVolumeSourceArgs { Name = config.ObjectName } });
    }

    /// <summary>The keys of a Secret as files, in memory, not readable for others than the container's user and group.</summary>
    /// <param name="secret">The Secret.</param>
    /// <param name="at">The folder, which holds nothing else then.</param>
    public static Files From(AppSecret secret, string at)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return FromSecret(secret.Name, secret.ObjectName, at);
    }

    /// <summary>A certificate and its key as files: <c>cert.pem</c>, <c>key.pem</c>, <c>ca.pem</c>.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="at">The folder, which holds nothing else then.</param>
    public static Files From(GeneratedCertificate certificate, string at)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return FromSecret(certificate.Name, certificate.ObjectName, at);
    }

    /// <summary>Secrets of AWS Secrets Manager as files.</summary>
    /// <param name="secrets">The secrets; the workload needs <c>Uses = [secrets.Read()]</c>.</param>
    /// <param name="at">The folder, which holds nothing else then.</param>
    public static Files From(ManagedSecrets secrets, string at)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        var name = $"managed-{secrets.Name}";
        return new(name, at, () => new VolumeArgs
        {
            Name = name,
            Csi = new CSIVolumeSourceArgs { Driver = "secrets-store.csi.k8s.io", ReadOnly = true, VolumeAttributes = { ["secretProviderClass"] = secrets.ObjectName } },
        });
    }

    private static Files FromSecret(string name, Input<string> objectName, string at)
    {
        const int OwnerAndGroupRead = 0b100_100_000;
        return new($"secret-{name}", at, () => new VolumeArgs
        {
            Name = $"secret-{name}",
            Secret = new SecretVolumeSourceArgs { SecretName = objectName, DefaultMode = OwnerAndGroupRead },
        });
    }

    internal VolumeArgs Volume() => _volume();

    internal VolumeMountArgs Mount() => new() { Name = VolumeName, MountPath = At, ReadOnly = true };
}
