using Pulumi;
namespace Infra;

/// <summary>What workloads run on: a cluster made here with all that belongs to it, or a target that exists.</summary>
public sealed class Platform
{
    private Platform(ClusterTarget target, IReadOnlyDictionary<string, object?> outputs) => (Target, Outputs) = (target, outputs);

    /// <summary>Where workloads go.</summary>
    public ClusterTarget Target { get; }

    /// <summary>What people need next.</summary>
    public IReadOnlyDictionary<string, object?> Outputs { get; }

    /// <summary>Declares it.</summary>
    /// <param name="settings">The stack's settings.</param>
    /// <param name="clock">Tells which day it is, for the support of versions.</param>
    public static Platform Declare(StackSettings settings, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Cluster is { } cluster
            ? Declare(settings, cluster, settings.Account!, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
            : new(settings.Target!.Declare(), new Dictionary<string, object?>());
    }

    private static Platform Declare(StackSettings settings, ClusterSettings wanted, AwsAccount account, DateOnly today)
    {
        if (SupportCalendar.Notice(wanted.Version, wanted.Support, today) is { } notice)
        {
            Log.Warn(notice);
        }

        var name = $"platform-{Deployment.Instance.StackName}";
        var key = new EncryptionKey(name, account.Id, account.Region, new() { Protect = settings.Protect });
        var network = new Network(name, new()
        {
            Cidr = wanted.Network.Cidr,
            Region = account.Region,
            Zones = wanted.Network.Zones,
            Nat = wanted.Network.Nat,
            Endpoints = wanted.Network.Endpoints ?? NetworkArgs.UsualEndpoints,
            FlowLogDays = wanted.Network.FlowLogDays,
            Protect = settings.Protect,
            KeyArn = key.Arn,
        });
        var domain = settings.Domain is null ? null : new Domain(name, settings.Domain with { Protect = settings.Protect });
        var cluster = new EksCluster(name, new()
        {
            Account = account.Id,
            Region = account.Region,
            Network = network,
            KeyArn = key.Arn,
            Endpoint = wanted.Endpoint,
            Version = wanted.Version,
            Support = wanted.Support,
            Compute = wanted.Compute,
            AddOns = wanted.AddOns,
            Zone = domain is null ? null : new HostedZone(domain.Name, domain.ZoneId),
            Admins = wanted.Admins,
            Members = Team.GroupsByRole(settings.Teams.Values),
            LogDays = wanted.LogDays,
            Protect = settings.Protect,
        });

        var outputs = new Dictionary<string, object?>
        {
            ["clusterName"] = cluster.Name,
            ["clusterArn"] = cluster.Arn,
            ["clusterEndpoint"] = cluster.Endpoint,
            ["kubeconfig"] = cluster.Kubeconfig,
            ["vpcId"] = network.Vpc.Id,
        };
        if (domain is not null)
        {
            outputs["domain"] = domain.Name;
            outputs["certificateArn"] = domain.CertificateArn;
            outputs["nameServers"] = domain.NameServers;
        }

        return new(cluster.Target(domain is null ? null : new TargetDomain(domain.Name, domain.CertificateArn)), outputs);
    }
}
