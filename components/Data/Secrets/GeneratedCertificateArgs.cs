using Components.Targets;

namespace Components.Data;

/// <summary>What a <see cref="GeneratedCertificate"/> is for.</summary>
public sealed class GeneratedCertificateArgs
{
    /// <summary>Where it is.</summary>
    public required AppNamespace Namespace { get; init; }

    /// <summary>The DNS names that it is for; the first is its subject.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>Counts its renewals: another number is another certificate, which rolls the pods that use it.</summary>
    /// <value>Default: 1.</value>
    public int Renewal { get; init; } = 1;

    /// <summary>How long it is valid.</summary>
    /// <value>Default: ten years; nobody but this stack trusts it.</value>
    public TimeSpan Validity { get; init; } = TimeSpan.FromDays(3650);
}
