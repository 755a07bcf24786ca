using Components.Settings;
using Components.Values;

namespace Components.Rollouts;

/// <summary>Reads releases from the stack's settings.</summary>
internal static class ReleaseReader
{
    public const int MostReplicas = 1000;
    private static readonly string[] s_keys = ["version", "replicas", "canary", "blueGreen"];
    private static readonly Dictionary<string, bool> s_colours = new() { ["blue"] = false, ["green"] = true };

    /// <summary>The keys of a release, for errors.</summary>
    public static string Keys => string.Join(", ", s_keys);

    private static ImageVersion Placeholder { get; } = ImageVersion.Parse("0");

    public static Release Read(string workload, Setting setting)
    {
        var map = setting.Map(s_keys);
        var release = new Release(
            workload,
            ReadVersion(map),
            map.Find("replicas") is { } given ? ReadReplicas(given) : new Replicas(1),
            setting.KeyPlace
        )
        {
            Canary = map.Find("canary") is { } canary ? ReadCanary(canary) : null,
            BlueGreen = map.Find("blueGreen") is { } blueGreen ? ReadBlueGreen(blueGreen) : null,
        };
        if (release is { Canary: not null, BlueGreen: not null })
        {
            setting.Refuse("has a canary and blueGreen", "A workload is rolled out in one way at a time. Remove one of the two.");
        }

        return release;
    }

    private static ImageVersion ReadVersion(SettingMap map) =>
        map.Require("version", "1.4.1")?.ParseQuoted(ImageVersion.Parse, Placeholder) ?? Placeholder;

    private static Canary ReadCanary(Setting setting)
    {
        var map = setting.Map("version", "weight", "replicas");
        return new Canary(ReadVersion(map), (map.Require("weight", "10")?.Integer(0, 100) ?? 0).Percent(), setting.Place)
        {
            Replicas = map.Find("replicas")?.Integer(1, MostReplicas, 1),
        };
    }

    private static BlueGreen ReadBlueGreen(Setting setting)
    {
        var map = setting.Map("version", "active");
        return new BlueGreen(ReadVersion(map), map.Require("active", "blue")?.Choice(s_colours, false) ?? false, setting.Place);
    }

    private static Replicas ReadReplicas(Setting setting)
    {
        if (!setting.IsMap)
        {
            return new Replicas(setting.Integer(0, MostReplicas, 1));
        }

        var map = setting.Map("min", "max", "cpu");
        var least = map.Require("min", "2")?.Integer(1, MostReplicas) ?? 1;
        var most = map.Require("max", "10")?.Integer(1, MostReplicas) ?? least;
        var cpu = map.Find("cpu")?.Integer(1, 100, 70) ?? 70;
        if (most < least)
        {
            setting.Refuse($"max {most} is below min {least}", $"Write max: {least} or more, or a plain number of replicas.");
        }

        return new Replicas(least, Math.Max(least, most), cpu.Percent());
    }
}
