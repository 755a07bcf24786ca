namespace Engine.Effects;

/// <summary>How many pods a workload has: a number, the bounds of an autoscaler, or not known.</summary>
internal readonly record struct PodCount(int? Fewest, int? Most)
{
    public bool IsKnown => Fewest is not null;

    public static PodCount Of(ClusterObject workload, ObjectSet objects)
    {
        if (workload.Kind == "Pod")
        {
            return new PodCount(1, 1);
        }

        if (objects.AutoscalerOf(workload) is { } scaler)
        {
            return new PodCount(
                (int)(scaler.Inputs.NumberAt("spec", "minReplicas") ?? 1),
                (int?)scaler.Inputs.NumberAt("spec", "maxReplicas")
            );
        }

        if (workload.Inputs.IsUnknownAt("spec", "replicas") || workload.Kind == "DaemonSet")
        {
            return default;
        }

        var count = (int)(workload.Inputs.NumberAt("spec", "replicas") ?? 1);
        return new PodCount(count, count);
    }

    /// <summary>For example <c>4</c>, or <c>6 to 20</c>.</summary>
    public string Number =>
        (Fewest, Most) switch
        {
            (null, _) => "?",
            (var few, var most) when few == most => $"{few}",
            (var few, null) => $"{few} or more",
            (var few, var most) => $"{few} to {most}",
        };

    /// <summary>For example <c>1 pod</c>, <c>6 to 20 pods</c>.</summary>
    public override string ToString() =>
        (Fewest, Most) switch
        {
            (null, _) => "its pods",
            (1, 1) => "1 pod",
            _ => $"{Number} pods",
        };
}
