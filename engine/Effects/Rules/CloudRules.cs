using Engine.Events;
using Engine.State;

namespace Engine.Effects.Rules;

/// <summary>What changes of resources outside of Kubernetes do: of AWS, of generated values, of providers.</summary>
internal static class CloudRules
{
    private static readonly string[] s_tags = ["tags", "tagsAll"];

    public static Finding Of(StepDescription step) =>
        step switch
        {
            { Op: StepOp.Create } => Created(step),
            _ when step.Type.StartsWith(ProviderTypes.Prefix, StringComparison.Ordinal) => Provider(step),
            _ when step.Type.StartsWith("random:", StringComparison.Ordinal) => Generated(step),
            { Type: "aws:eks/cluster:Cluster" or "eks:index:Cluster", Op: StepOp.Update } => ClusterUpgrade.Of(step),
            { Op: StepOp.Delete or StepOp.Replace } => Lost(step),
            { Op: StepOp.Update } => Updated(step),
            _ => new Finding("") { IsMinor = true },
        };

    private static Finding Created(StepDescription step) => new(Kind(step)) { IsMinor = !CloudLosses.IsNotable(step.Type) };

    private static Finding Provider(StepDescription step) =>
        step.Op switch
        {
            StepOp.Update => new Finding("credentials or settings of the provider change; what it made stays") { IsMinor = true },
            StepOp.Delete => new Finding("the provider is no longer needed") { IsMinor = true },
            _ => new Finding("another cluster or account: all that it made is made again there", Impact.Outage),
        };

    private static Finding Generated(StepDescription step) =>
        step.Op switch
        {
            StepOp.Replace => new Finding($"{step.Urn.Name} gets a new value"),
            StepOp.Delete => new Finding($"{step.Urn.Name} is forgotten") { IsMinor = true },
            _ => new Finding("its value stays") { IsMinor = true },
        };

    private static Finding Lost(StepDescription step)
    {
        if (CloudLosses.Of(step.Type) is { } loss)
        {
            var because =
                step.Op == StepOp.Replace && step.ReplaceKeys.Count > 0
                    ? $": {string.Join(", ", step.ReplaceKeys)} cannot be changed in place"
                    : "";
            return loss with
            {
                Words = $"{Kind(step)} {step.Urn.Name} is {(step.Op == StepOp.Replace ? "replaced" : "deleted")}{because}; {loss.Words}",
            };
        }

        return step.Op == StepOp.Replace
            ? new Finding(
                $"{Kind(step)} {step.Urn.Name} is replaced{(step.ReplaceKeys.Count > 0 ? $": {string.Join(", ", step.ReplaceKeys)}" : "")}",
                Impact.Unknown
            )
            : new Finding($"{Kind(step)} {step.Urn.Name} is deleted", Impact.Unknown);
    }

    private static Finding Updated(StepDescription step)
    {
        var keys =
            step.DiffKeys.Count > 0
                ? step.DiffKeys
                :
                [
                    .. Values
                        .StructuralDiff.Of(step.Old!.Inputs, step.New!.Inputs)
                        .Select(diff => diff.Path.Segments[0].Key ?? "")
                        .Distinct(),
                ];
        return keys.All(key => s_tags.Contains(key))
            ? new Finding("tags change") { IsMinor = true }
            : new Finding($"{Kind(step)} {step.Urn.Name} changes in place: {string.Join(", ", keys)}", Impact.Unknown);
    }

    private static string Kind(StepDescription step) =>
        step.Type.StartsWith(ProviderTypes.Prefix, StringComparison.Ordinal) ? "provider" : step.Type.Split(':')[^1];
}
