using Components.Policies;

namespace Infra.Policies;

/// <summary>Rules over containers.</summary>
public static class ContainerPolicies
{
    private static readonly string[] s_hostNamespaces = ["hostNetwork", "hostPID", "hostIPC"];

    /// <summary>IMG001: an image has a version.</summary>
    public static Policy ImagePinned { get; } =
        Policy.OnEach(
            "IMG001",
            "an image without a version is another one tomorrow, and on the next node",
            "Give the release a version, or the image a tag or digest.",
            resource =>
                resource
                    .Containers()
                    .Select(container => container["image"])
                    .Where(image => image.Text is { } text && !IsPinned(text))
                    .Select(image => (image, $"is '{image.Text}'"))
        );

    /// <summary>RES001: a container says what it needs, and how much memory it may take.</summary>
    public static Policy LimitsSet { get; } =
        Policy.OnEach(
            "RES001",
            "a container without requests lands on a full node, one without a memory limit takes its neighbours down",
            "Set Cpu and Memory, such as 250.Millicores() and 256.MiB().",
            resource =>
                resource
                    .Containers()
                    .SelectMany(container =>
                        new[]
                        {
                            container["resources"]["requests"]["cpu"],
                            container["resources"]["requests"]["memory"],
                            container["resources"]["limits"]["memory"],
                        }
                    )
                    .Where(quantity => quantity.IsAbsent)
                    .Select(quantity => (quantity, "is not set"))
        );

    /// <summary>SEC001: nothing reaches out of its container.</summary>
    public static Policy NothingPrivileged { get; } =
        Policy.OnEach("SEC001", "a pod with the node's rights has every pod's secrets on that node", "Take the privilege out.", resource =>
            FromPod(resource.PodSpec()).Concat(resource.Containers().SelectMany(FromContainer))
        );

    private static bool IsPinned(string image)
    {
        var name = image[(image.LastIndexOf('/') + 1)..];
        return name.Contains('@', StringComparison.Ordinal)
            || name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && name[(colon + 1)..] is not ("latest" or "");
    }

    private static IEnumerable<(PropertyNode, string)> FromPod(PropertyNode pod)
    {
        foreach (var host in s_hostNamespaces.Select(name => pod[name]).Where(switched => switched.Flag == true))
        {
            yield return (host, "is true");
        }

        foreach (var volume in pod["volumes"].Items.Select(volume => volume["hostPath"]).Where(path => !path.IsAbsent))
        {
            yield return (volume, $"is '{volume["path"].Text}' of the node");
        }
    }

    private static IEnumerable<(PropertyNode, string)> FromContainer(PropertyNode container)
    {
        var security = container["securityContext"];
        foreach (var flag in new[] { security["privileged"], security["allowPrivilegeEscalation"] }.Where(flag => flag.Flag == true))
        {
            yield return (flag, "is true");
        }

        foreach (var capability in security["capabilities"]["add"].Items.Where(added => added.Text is not (null or "NET_BIND_SERVICE")))
        {
            yield return (capability, $"is '{capability.Text}'");
        }
    }
}
