namespace Components.Policies;

/// <summary>Finds pods among resources, whatever makes them.</summary>
public static class PodSpecs
{
    /// <summary>The spec of the pods that a resource makes; absent when it makes none.</summary>
    public static PropertyNode PodSpec(this RegisteredResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var spec = resource.Inputs["spec"];
        return resource.Kind switch
        {
            "Pod" => spec,
            "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet" or "Job" => spec["template"]["spec"],
            "CronJob" => spec["jobTemplate"]["spec"]["template"]["spec"],
            _ => PropertyNode.Absent,
        };
    }

    /// <summary>The containers of the pods that a resource makes, init containers and sidecars too.</summary>
    public static IEnumerable<PropertyNode> Containers(this RegisteredResource resource)
    {
        var pod = resource.PodSpec();
        return pod["initContainers"].Items.Concat(pod["containers"].Items);
    }
}
