using System.Globalization;
using Engine.Events;
using Engine.Values;

namespace Engine.Effects.Rules;

/// <summary>What the update of an EKS cluster does.</summary>
internal static class ClusterUpgrade
{
    private static readonly string[] s_access =
    [
        "vpcConfig",
        "endpointPublicAccess",
        "endpointPrivateAccess",
        "publicAccessCidrs",
        "accessEntries",
        "accessConfig",
    ];

    private static readonly string[] s_harmless = ["tags", "clusterTags", "enabledClusterLogTypes", "upgradePolicy", "deletionProtection"];

    private const string ControlPlane = "about ten minutes, one way; nodes follow, as disruption budgets allow";

    public static Finding Of(StepDescription step)
    {
        var (old, next) = (step.Old!.Inputs.TextAt("version"), step.New!.Inputs.TextAt("version"));
        if (old == next)
        {
            return Settings(step);
        }

        return (Minor(old), Minor(next)) switch
        {
            ({ } from, { } to) when to < from => new Finding(
                $"control plane {old} -> {next}: there is no way back, EKS refuses it",
                Impact.Refused
            ),
            ({ } from, { } to) when to > from + 1 => new Finding(
                $"control plane {old} -> {next}: EKS takes one minor version at a time",
                Impact.Refused
            )
            {
                Advice = [$"first: version \"1.{from + 1}\""],
            },
            ({ }, { }) => new Finding($"control plane {old} -> {next}: {ControlPlane}", Impact.Restart),
            _ => new Finding("the control plane's version changes, to which is not known", Impact.Unknown),
        };
    }

    private static Finding Settings(StepDescription step)
    {
        var keys = StructuralDiff
            .Of(step.Old!.Inputs, step.New!.Inputs)
            .Select(diff => diff.Path.Segments[0].Key ?? "")
            .Distinct()
            .ToList();
        return keys.All(key => s_harmless.Contains(key)) ? new Finding("settings of the cluster change in place; workloads go on")
            : keys.All(key => s_access.Contains(key) || s_harmless.Contains(key))
                ? new Finding("who reaches the Kubernetes API changes; workloads go on")
            : new Finding($"the cluster changes in place: {string.Join(", ", keys)}", Impact.Unknown);
    }

    private static int? Minor(string? version) =>
        version?.Split('.') is ["1", var minor] && int.TryParse(minor, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
