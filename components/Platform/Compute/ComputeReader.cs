using Components.Settings;

namespace Components.Platform;

/// <summary>Reads what pods run on from a stack's settings.</summary>
internal static class ComputeReader
{
    private const string GroupsExample = "{ general: { instanceTypes: [m7i.large], min: 3, max: 9 } }";

    private static readonly Dictionary<string, bool> s_modes = new() { ["auto"] = true, ["nodeGroups"] = false };
    private static readonly Dictionary<string, Capacity> s_capacity = new() { ["onDemand"] = Capacity.OnDemand, ["spot"] = Capacity.Spot };
    private static readonly Dictionary<string, Architecture> s_architectures = new()
    {
        ["amd64"] = Architecture.Amd64,
        ["arm64"] = Architecture.Arm64,
    };
    private static readonly Dictionary<string, NodeImage> s_images = new()
    {
        ["bottlerocket"] = NodeImage.Bottlerocket,
        ["al2023"] = NodeImage.AmazonLinux2023,
    };

    private static readonly Dictionary<string, TaintEffect> s_effects = new()
    {
        ["NoSchedule"] = TaintEffect.NoSchedule,
        ["PreferNoSchedule"] = TaintEffect.PreferNoSchedule,
        ["NoExecute"] = TaintEffect.NoExecute,
    };

    public static Compute Read(Setting setting)
    {
        // Which keys there may be depends on it.
        var mode = setting.Members().GetValueOrDefault("mode");
        return mode?.Choice(s_modes, true) ?? true ? ReadAuto(setting) : ReadGroups(setting);
    }

    private static AutoMode ReadAuto(Setting setting)
    {
        var map = setting.Map("mode", "capacity", "architectures", "maxCpus");
        map.Require("mode", "auto");
        var auto = new AutoMode();
        return new()
        {
            Capacity = map.Find("capacity") is { } capacity ? Some(capacity, s_capacity, Capacity.OnDemand) : auto.Capacity,
            Architectures = map.Find("architectures") is { } architectures
                ? Some(architectures, s_architectures, Architecture.Amd64)
                : auto.Architectures,
            MaxCpus = map.Find("maxCpus")?.Integer(4, 100_000) ?? auto.MaxCpus,
        };
    }

    private static NodeGroups ReadGroups(Setting setting)
    {
        var map = setting.Map("mode", "groups").Require("groups", GroupsExample);
        List<NodeGroup> groups = [.. map?.Members().Select(group => ReadGroup(group.Key, group.Value)) ?? []];
        if (map is { IsMap: true } && groups.TrueForAll(group => group.MinSize == 0))
        {
            map.Refuse(
                "begins with no node",
                $"Names are resolved by pods on nodes: one group at least has a min of 1 or more, such as {GroupsExample}."
            );
        }

        return new(groups);
    }

    private static NodeGroup ReadGroup(string name, Setting setting)
    {
        var map = setting.Map("instanceTypes", "min", "max", "capacity", "image", "architecture", "diskGiB", "labels", "taints");
        var min = map.Require("min", "3")?.Integer(0, 450) ?? 0;
        var max = map.Require("max", "9") is { } most ? AtLeast(most, most.Integer(1, 450), min) : min;
        return new()
        {
            Name = name,
            MinSize = min,
            MaxSize = max,
            InstanceTypes = map.Require("instanceTypes", "[m7i.large, m6i.large]")?.Items().Select(type => type.Text()).ToList() ?? [],
            Capacity = map.Find("capacity")?.Choice(s_capacity, Capacity.OnDemand) ?? Capacity.OnDemand,
            Image = map.Find("image")?.Choice(s_images, NodeImage.Bottlerocket) ?? NodeImage.Bottlerocket,
            Architecture = map.Find("architecture")?.Choice(s_architectures, Architecture.Amd64) ?? Architecture.Amd64,
            DiskGiB = map.Find("diskGiB")?.Integer(20, 16_384) ?? 50,
            Labels = map.Find("labels")?.Members().ToDictionary(label => label.Key, label => label.Value.Text()) ?? [],
            Taints = [.. map.Find("taints")?.Items().Select(ReadTaint) ?? []],
        };
    }

    private static int AtLeast(Setting setting, int max, int min)
    {
        if (max < min)
        {
            setting.Refuse(
                $"{max} is less than min, which is {min}",
                "A group cannot be smaller at most than at least: raise max, or lower min."
            );
        }

        return Math.Max(max, min);
    }

    private static Taint ReadTaint(Setting setting)
    {
        var map = setting.Map("key", "value", "effect");
        return new(
            map.Require("key", "dedicated")?.Text() ?? "",
            map.Find("value")?.Text() ?? "",
            map.Require("effect", "NoSchedule")?.Choice(s_effects, TaintEffect.NoSchedule) ?? TaintEffect.NoSchedule
        );
    }

    private static List<T> Some<T>(Setting setting, Dictionary<string, T> allowed, T instead)
    {
        var values = setting.Items().Select(item => item.Choice(allowed, instead)).Distinct().ToList();
        if (values.Count == 0 && setting.IsList)
        {
            setting.Refuse("is empty", $"Name one at least: {string.Join(", ", allowed.Keys)}.");
        }

        return values;
    }
}
