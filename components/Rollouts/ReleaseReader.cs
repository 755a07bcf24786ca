using Components.Quantities;
using Components.Settings;

namespace Components.Rollouts;

/// <summary>Reads releases from the stack's settings.</summary>
internal static class ReleaseReader
{
    public const int MostReplicas = 1000;
    private static readonly string[] s_keys = ["version", "replicas"];

    /// <summary>The keys of a release, for errors.</summary>
    public static string Keys => string.Join(", ", s_keys);

    public static Release Read(string workload, Setting setting)
    {
        var map = setting.Map(s_keys);
        var version = map.Require("version", "1.4.1")?.Parse(ImageVersion.Parse, Placeholder) ?? Placeholder;
        var replicas = map.Find("replicas") is { } given ? ReadReplicas(given) : new Replicas(1);
        return new Release(workload, version, replicas, setting.KeyPlace);
    }

    private static ImageVersion Placeholder { get; } = ImageVersion.Parse("0");

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
