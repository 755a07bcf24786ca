using Components.Identity;
using Components.Settings;
using Components.Values;

namespace Components.Targets;

/// <summary>Reads the teams of a stack from its settings (<c>platform:teams</c>).</summary>
public static class TeamSettings
{
    /// <summary>How the setting may look, for errors.</summary>
    public const string Example = "platform:teams: { shop: { roles: [arn:aws:iam::111122223333:role/shop] } }";

    /// <summary>Reads them by name, reporting what is wrong.</summary>
    public static IReadOnlyDictionary<string, Team> Read(Setting? setting) =>
        setting?.Members().ToDictionary(team => team.Key, team => Read(team.Key, team.Value)) ?? [];

    private static string GroupName(string text) =>
        text.StartsWith("system:", StringComparison.Ordinal)
            ? throw new FormatException(
                $"'{text}' is no group that a team can be in. EKS refuses those that begin with 'system:'; write one of your own, such "
                    + $"as shop-engineers."
            )
            : text;

    private static Team Read(string name, Setting setting)
    {
        try
        {
            DnsLabel.Parse(name, "team", longest: 50);
        }
        catch (FormatException error)
        {
            setting.Refuse(error.Message);
        }

        var map = setting.Map("roles", "groups");
        return new()
        {
            Name = name,
            Roles = map.Find("roles")?.Items().Select(role => role.Parse(RoleArn.Parse, "")).ToList() ?? [],
            MoreGroups = map.Find("groups")?.Items().Select(group => group.Parse(GroupName, "")).ToList() ?? [],
        };
    }
}
