using System.Text.RegularExpressions;
using Components.Settings;
using Components.Values;

namespace Components.Platform;

/// <summary>The network of a stack's cluster, as its settings say.</summary>
/// <param name="Cidr">The addresses.</param>
/// <param name="Zones">The letters of the zones.</param>
/// <param name="Nat">How private subnets reach the internet.</param>
/// <param name="Endpoints">AWS services that are reached inside the VPC; null for the usual ones.</param>
/// <param name="FlowLogDays">How many days the flow log is kept.</param>
public sealed partial record NetworkSettings(
    Ipv4Cidr Cidr,
    IReadOnlyList<char> Zones,
    NatGateways Nat,
    IReadOnlyList<string>? Endpoints,
    int FlowLogDays
)
{
    /// <summary>How the settings may look, for errors.</summary>
    public const string Example = "{ cidr: 10.40.0.0/16, zones: [a, b, c], nat: perZone }";

    private static readonly Dictionary<string, NatGateways> s_nat = new() { ["one"] = NatGateways.One, ["perZone"] = NatGateways.PerZone };

    private static readonly NetworkSettings s_instead = new(Ipv4Cidr.Parse("10.0.0.0/16"), ['a', 'b'], NatGateways.PerZone, null, 90);

    /// <summary>Reads them, reporting what is wrong.</summary>
    public static NetworkSettings Read(Setting? setting)
    {
        if (setting is null)
        {
            return s_instead;
        }

        var map = setting.Map("cidr", "zones", "nat", "endpoints", "flowLogDays");
        var cidr = map.Require("cidr", "10.40.0.0/16")?.Parse(SubnetPlan.ParseRange, s_instead.Cidr) ?? s_instead.Cidr;
        var zones = map.Require("zones", "[a, b, c]");
        var letters = zones?.Items().Select(zone => zone.Parse(Letter, 'a')).ToList();
        if (letters is not null && letters.TrueForAll(SubnetPlan.Letters.Contains))
        {
            RefuseUnplannable(cidr, letters, zones!);
        }

        return new(
            cidr,
            letters ?? s_instead.Zones,
            map.Find("nat")?.Choice(s_nat, NatGateways.PerZone) ?? NatGateways.PerZone,
            map.Find("endpoints")?.Items().Select(service => service.Parse(Endpoint, "sts")).Distinct().ToList(),
            map.Find("flowLogDays")?.Integer(1, 3653) ?? s_instead.FlowLogDays
        );
    }

    private static string Endpoint(string text) =>
        text switch
        {
            "s3" => throw new FormatException("'s3' is always reached inside the VPC, at no cost. Take it out of the list."),
            _ when ServiceName().IsMatch(text) => text,
            _ => throw new FormatException(
                $"'{text}' is no service with an endpoint. Write what stands in AWS's name of it after the region, such as "
                    + $"{string.Join(", ", NetworkArgs.UsualEndpoints)}."
            ),
        };

    [GeneratedRegex(@"^[a-z0-9-]+(\.[a-z0-9-]+)*$")]
    private static partial Regex ServiceName();

    private static char Letter(string text) =>
        text is [var letter] && SubnetPlan.Letters.Contains(letter)
            ? letter
            : throw new FormatException(
                $"'{text}' is no zone. Write the zone's letter, {SubnetPlan.Letters[0]} to {SubnetPlan.Letters[^1]}: the region is set "
                    + $"by aws:region."
            );

    private static void RefuseUnplannable(Ipv4Cidr cidr, List<char> letters, Setting zones)
    {
        try
        {
            SubnetPlan.For(cidr, letters);
        }
        catch (FormatException error)
        {
            var cut = error.Message.IndexOf(". ", StringComparison.Ordinal);
            zones.Refuse(error.Message[..cut], error.Message[(cut + 2)..]);
        }
    }
}
