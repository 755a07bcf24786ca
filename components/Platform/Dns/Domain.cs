using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Acm;
using Pulumi.Aws.Route53;

namespace Components.Platform;

/// <summary>A hosted zone, and a certificate for the domain and all names right under it, validated by DNS and renewed by AWS.</summary>
/// <remarks>A certificate is issued only after its zone is delegated: without a parent zone here, enter <see cref="NameServers"/> there
/// while the first deployment waits.</remarks>
public sealed class Domain : ComponentResource
{
    private const int TimeToLive = 300;

    /// <summary>Makes the zone, unless it exists, and the certificate.</summary>
    public Domain(string name, DomainArgs args, ComponentResourceOptions? options = null)
        : base("components:dns:Domain", name, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        Name = args.Name;
        var child = new CustomResourceOptions { Parent = this };
        var delegated = new InputList<Resource>();
        if (args.ZoneId is not null)
        {
            ZoneId = Output.Create(args.ZoneId);
        }
        else
        {
            var zone = new Zone(
                name,
                new() { Name = args.Name, Comment = $"Services of {args.Name}" },
                new() { Parent = this, Protect = args.Protect }
            );
            ZoneId = zone.ZoneId;
            NameServers = zone.NameServers;
            if (args.ParentZoneId is not null)
            {
                delegated.Add(
                    new Record(
                        $"{name}-delegation",
                        new()
                        {
                            ZoneId = args.ParentZoneId,
                            Name = args.Name,
                            Type = "NS",
                            Ttl = TimeToLive,
                            Records = zone.NameServers,
                        },
                        child
                    )
                );
            }
        }

        var certificate = new Certificate(
            name,
            new()
            {
                DomainName = args.Name,
                SubjectAlternativeNames = { $"*.{args.Name}" },
                ValidationMethod = "DNS",
            },
            child
        );

        // The name and its wildcard are validated by one and the same record. AWS always says which; a rehearsal that only plays AWS may
        // not, and goes on with one of the usual form.
        var proof = certificate.DomainValidationOptions.Apply(offered => offered[0]);
        var record = new Record(
            $"{name}-validation",
            new()
            {
                ZoneId = ZoneId,
                Name = proof.Apply(p => p.ResourceRecordName ?? $"_validation.{args.Name}"),
                Type = "CNAME",
                Records = { proof.Apply(p => p.ResourceRecordValue ?? $"_validation.{args.Name}") },
                Ttl = TimeToLive,
                AllowOverwrite = true,
            },
            child
        );
        var validation = new CertificateValidation(
            name,
            new() { CertificateArn = certificate.Arn, ValidationRecordFqdns = { record.Fqdn } },
            new() { Parent = this, DependsOn = delegated }
        );
        CertificateArn = validation.CertificateArn;
        RegisterOutputs();
    }

    /// <summary>The domain's name.</summary>
    public string Name { get; }

    /// <summary>The zone's id.</summary>
    public Output<string> ZoneId { get; }

    /// <summary>What the zone above delegates to; empty for a zone that existed.</summary>
    public Output<ImmutableArray<string>> NameServers { get; } = Output.Create(ImmutableArray<string>.Empty);

    /// <summary>The certificate, once it is valid.</summary>
    public Output<string> CertificateArn { get; }
}
