using Components.Data;
using Components.Values;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Components.Pods;

/// <summary>Files in a container, one per key of a ConfigMap or Secret.</summary>
public sealed class Files
{
    private readonly Func<RunAs?, VolumeArgs> _volume;

    private Files(string name, string at, Func<RunAs?, VolumeArgs> volume)
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
        return new($"config-{config.Name}", at, _ => new VolumeArgs
        {
            Name = $"config-{config.Name}",
            ConfigMap = new ConfigMapVolumeSourceArgs { Name = config.ObjectName },
        });
    }

    /// <summary>The keys of a Secret as files, in memory; with <c>RunAs</c>, readable for that user's group alone.</summary>
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
        return new(name, at, _ => new VolumeArgs
        {
            Name = name,
            Csi = new CSIVolumeSourceArgs
            {
                Driver = "secrets-store.csi.k8s.io",
                ReadOnly = true,
                VolumeAttributes = { ["secretProviderClass"] = secrets.ObjectName },
            },
        });
    }

    // The kubelet writes them as root, with the group that the pod says. Where it says none, the container's user is neither: it reads as
    // others do,
    // of whom there are none in a container.
    private static Files FromSecret(string name, Input<string> objectName, string at)
    {
        const int OwnerAndGroup = 0b100_100_000;
        const int All = 0b100_100_100;
        return new($"secret-{name}", at, runAs => new VolumeArgs
        {
            Name = $"secret-{name}",
            Secret = new SecretVolumeSourceArgs { SecretName = objectName, DefaultMode = runAs is null ? All : OwnerAndGroup },
        });
    }

    internal VolumeArgs Volume(RunAs? runAs) => _volume(runAs);

    internal VolumeMountArgs Mount() =>
        new()
        {
            Name = VolumeName,
            MountPath = At,
            ReadOnly = true,
        };
}
