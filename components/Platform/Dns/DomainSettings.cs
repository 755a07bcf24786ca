using Components.Settings;

namespace Components.Platform;

/// <summary>Reads the domain of a stack from its settings (<c>platform:domain</c>).</summary>
public static class DomainSettings
{
    /// <summary>Reads it, reporting what is wrong.</summary>
    public static DomainArgs Read(Setting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var map = setting.Map("name", "zone", "parentZone");
        if (map.Find("zone") is not null && map.Find("parentZone") is { } parent)
        {
            parent.Refuse("has no meaning beside zone", "A zone that exists is delegated already: leave parentZone out.");
        }

        return new()
        {
            Name = map.Require("name", "dev.example.com")?.Text() ?? "",
            ZoneId = map.Find("zone")?.Text(),
            ParentZoneId = map.Find("parentZone")?.Text(),
        };
    }
}
