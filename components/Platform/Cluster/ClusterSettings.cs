using Components.Identity;
using Components.Settings;
using Components.Values;

namespace Components.Platform;

/// <summary>The cluster of a stack, as its settings say (<c>platform:cluster</c>).</summary>
public sealed record ClusterSettings
{
    private static readonly Dictionary<string, SupportPolicy> s_support = new()
    {
        ["standard"] = SupportPolicy.Standard,
        ["extended"] = SupportPolicy.Extended,
    };

    private static readonly Dictionary<string, AddOn> s_addOns = new()
    {
        ["metricsServer"] = AddOn.MetricsServer,
        ["observability"] = AddOn.Observability,
        ["externalDns"] = AddOn.ExternalDns,
        ["certManager"] = AddOn.CertManager,
        ["secretsStore"] = AddOn.SecretsStore,
    };

    private const string AdminsExample =
        "[arn:aws:iam::111122223333:role/platform-engineers] (all roles that deploy this stack: creating the cluster gives no rights in "
        + "it)";

    /// <summary>The network.</summary>
    public required NetworkSettings Network { get; init; }

    /// <summary>From where the Kubernetes API can be reached.</summary>
    public required ApiEndpoint Endpoint { get; init; }

    /// <summary>The version of Kubernetes.</summary>
    public required KubernetesVersion Version { get; init; }

    /// <summary>What happens when the version's standard support ends.</summary>
    public required SupportPolicy Support { get; init; }

    /// <summary>What pods run on.</summary>
    public required Compute Compute { get; init; }

    /// <summary>What to install besides.</summary>
    public required IReadOnlyList<AddOn> AddOns { get; init; }

    /// <summary>The roles that may do everything; those that deploy are among them.</summary>
    public required IReadOnlyList<string> Admins { get; init; }

    /// <summary>How many days the logs of the control plane and of containers are kept.</summary>
    public required int LogDays { get; init; }

    /// <summary>Reads them, reporting what is wrong.</summary>
    public static ClusterSettings Read(Setting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var map = setting.Map("version", "support", "endpoint", "compute", "network", "addOns", "admins", "logDays");
        var defaults = new { AddOns = (IReadOnlyList<AddOn>)[AddOn.MetricsServer, AddOn.Observability], LogDays = 90 };
        return new()
        {
            Network = NetworkSettings.Read(map.Require("network", NetworkSettings.Example)),
            Endpoint = map.Require("endpoint", "private (from inside the VPC only), or endpoint: { publicFrom: [203.0.113.0/24] }")
                is { } endpoint
                ? ReadEndpoint(endpoint)
                : ApiEndpoint.Private,
            Version = map.Find("version")?.ParseQuoted(KubernetesVersion.Parse, KubernetesVersion.Default) ?? KubernetesVersion.Default,
            Support = map.Find("support")?.Choice(s_support, SupportPolicy.Standard) ?? SupportPolicy.Standard,
            Compute = map.Find("compute") is { } compute ? ComputeReader.Read(compute) : new AutoMode(),
            AddOns = map.Find("addOns")?.Items().Select(item => item.Choice(s_addOns, AddOn.MetricsServer)).ToList() ?? defaults.AddOns,
            Admins = map.Require("admins", AdminsExample) is { } admins ? ReadAdmins(admins) : [],
            LogDays = map.Find("logDays")?.Integer(1, 3653) ?? defaults.LogDays,
        };
    }

    private static List<string> ReadAdmins(Setting setting)
    {
        var admins = setting.Items().Select(item => item.Parse(RoleArn.Parse, "")).ToList();
        if (admins.Count == 0 && setting.IsList)
        {
            setting.Refuse("is empty: nobody could work in the cluster", $"Write admins: {AdminsExample}.");
        }

        return admins;
    }

    private static ApiEndpoint ReadEndpoint(Setting setting)
    {
        if (!setting.IsMap)
        {
            return setting.Choice(new Dictionary<string, ApiEndpoint> { ["private"] = ApiEndpoint.Private }, ApiEndpoint.Private);
        }

        if (setting.Map("publicFrom").Require("publicFrom", "[203.0.113.0/24]") is not { } list)
        {
            return ApiEndpoint.Private;
        }

        var ranges = list.Items().Select(range => range.Parse(Ipv4Cidr.Parse, Ipv4Cidr.Parse("192.0.2.0/24"))).ToList();
        try
        {
            return ApiEndpoint.PublicFrom(ranges);
        }
        catch (FormatException error)
        {
            var cut = error.Message.IndexOf(". ", StringComparison.Ordinal);
            list.Refuse(error.Message[..cut], error.Message[(cut + 2)..]);
            return ApiEndpoint.Private;
        }
    }
}
