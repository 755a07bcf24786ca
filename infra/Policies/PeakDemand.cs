using System.Globalization;
using Components.Policies;

namespace Infra.Policies;

/// <summary>What a workload asks for while it is rolled out at full size: all replicas, and those that surge.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Name">The workload.</param>
/// <param name="Pods">How many pods there are at once.</param>
/// <param name="PerPod">What a pod asks for, by the quota's words.</param>
internal sealed record PeakDemand(string Namespace, string Name, double Pods, IReadOnlyDictionary<string, double> PerPod)
{
    // The quota's words, and where a container says as much.
    private static readonly Dictionary<string, (string Side, string Resource)> s_counted = new()
    {
        ["requests.cpu"] = ("requests", "cpu"),
        ["requests.memory"] = ("requests", "memory"),
        ["limits.memory"] = ("limits", "memory"),
    };

    /// <summary>The words of a quota that are counted.</summary>
    public static IEnumerable<string> Words => s_counted.Keys;

    /// <summary>The demand of each workload that runs for long.</summary>
    public static IReadOnlyList<PeakDemand> Of(IReadOnlyList<RegisteredResource> resources)
    {
        var most = resources
            .Where(resource => resource.Kind == "HorizontalPodAutoscaler")
            .ToLookup(
                scaler =>
                    (
                        scaler.Namespace,
                        scaler.Inputs["spec"]["scaleTargetRef"]["kind"].Text,
                        scaler.Inputs["spec"]["scaleTargetRef"]["name"].Text
                    ),
                scaler => scaler.Inputs["spec"]["maxReplicas"].Number
            );
        return
        [
            .. resources
                .Where(resource => resource.Kind is "Deployment" or "StatefulSet")
                .Select(workload =>
                {
                    var name = workload.Inputs["metadata"]["name"].Text ?? workload.Name;
                    var replicas = most[(workload.Namespace, workload.Kind, name)].FirstOrDefault()
                        ?? workload.Inputs["spec"]["replicas"].Number
                        ?? 1;
                    return new PeakDemand(
                        workload.Namespace,
                        name,
                        replicas + Surge(workload, replicas),
                        s_counted.ToDictionary(counted => counted.Key, counted => Sum(workload, counted.Value))
                    );
                }),
        ];
    }

    private static double Sum(RegisteredResource workload, (string Side, string Resource) counted)
    {
        var pod = workload.PodSpec();

        // Init containers end before the others start, but for native sidecars.
        var together = pod["containers"]
            .Items.Concat(pod["initContainers"].Items.Where(container => container["restartPolicy"].Text == "Always"));
        return together.Sum(container => container["resources"][counted.Side][counted.Resource].Quantity ?? 0);
    }

    private static double Surge(RegisteredResource workload, double replicas)
    {
        var strategy = workload.Inputs["spec"]["strategy"];
        if (workload.Kind != "Deployment" || strategy["type"].Text == "Recreate")
        {
            return 0;
        }

        var surge = strategy["rollingUpdate"]["maxSurge"];
        return surge.Number
            ?? Math.Ceiling(replicas * double.Parse((surge.Text ?? "25%").TrimEnd('%'), CultureInfo.InvariantCulture) / 100);
    }
}
