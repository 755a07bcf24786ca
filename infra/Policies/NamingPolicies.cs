using Components.Policies;

namespace Infra.Policies;

/// <summary>Rules over names and labels.</summary>
public static class NamingPolicies
{
    private const string Name = "app.kubernetes.io/name";

    /// <summary>LBL001: pods say what they belong to.</summary>
    public static Policy Labelled { get; } =
        Policy.OnEach(
            "LBL001",
            "dashboards, cost reports and network policies find pods by this label",
            $"Label the pods with {Name}.",
            resource =>
                Pods(resource) is { IsAbsent: false } pods && pods["metadata"]["labels"][Name] is { IsAbsent: true } label
                    ? [(label, "is not set")]
                    : []
        );

    private static PropertyNode Pods(RegisteredResource resource) =>
        resource.Kind switch
        {
            "Pod" => resource.Inputs,
            "Deployment" or "StatefulSet" or "DaemonSet" => resource.Inputs["spec"]["template"],
            "CronJob" => resource.Inputs["spec"]["jobTemplate"]["spec"]["template"],
            "Job" => resource.Inputs["spec"]["template"],
            _ => PropertyNode.Absent,
        };
}
