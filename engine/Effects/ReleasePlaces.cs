using Engine.Events;
using Engine.Values;

namespace Engine.Effects;

/// <summary>Which of a component's places a change comes from: the stack's release for versions, numbers of pods and weights, the program
/// for all else.</summary>
internal static class ReleasePlaces
{
    public static IReadOnlyList<string> Of(Urn component, IReadOnlyList<EffectPart> parts, ComponentTree components, DeclaredPlaces places)
    {
        var declared = places.Declared(component);
        if (components.StepOf(component)?.Op is StepOp.Create or StepOp.Delete)
        {
            return declared is null ? [] : [declared];
        }

        var released =
            places.Released(component) is { } own && parts.Any(IsOfRelease)
                ? [own]
                : parts
                    .SelectMany(part => Weighted(part, components))
                    .Select(urn => places.Released(components.Of(urn)))
                    .OfType<string>()
                    .Distinct()
                    .ToList();
        return released.Count > 0 ? released
            : declared is null ? []
            : [declared];
    }

    private static bool IsOfRelease(EffectPart part)
    {
        var (old, next) = (ClusterObject.Of(part.Step.Old), ClusterObject.Of(part.Step.New));
        return (next ?? old) switch
        {
            { Kind: "HorizontalPodAutoscaler" } => true,
            { Kind: "Deployment" or "StatefulSet" or "DaemonSet" or "CronJob" or "Job" } => part.Step.Op is StepOp.Create or StepOp.Delete
                || ImageTags.NewTag(old?.PodTemplate, next?.PodTemplate) is not null
                || !Equals(old?.Inputs.At("spec", "replicas"), next?.Inputs.At("spec", "replicas")),
            { Kind: "Service" } => !Equals(old?.Inputs.At("spec", "selector"), next?.Inputs.At("spec", "selector")),
            _ => false,
        };
    }

    /// <summary>The Services between which a route shifts weight.</summary>
    private static IEnumerable<Urn> Weighted(EffectPart part, ComponentTree components)
    {
        if (
            ClusterObject.Of(part.Step.Old) is not { Kind: "Ingress" or "HTTPRoute" } old
            || ClusterObject.Of(part.Step.New) is not { } next
        )
        {
            return [];
        }

        var before = Routing.Of(old);
        var moved = Routing
            .Of(next)
            .Where(path => before.TryGetValue(path.Key, out var was) && !was.SequenceEqual(path.Value))
            .SelectMany(path => path.Value)
            .Select(backend => backend.Service)
            .ToHashSet();
        return components
            .Objects.Where(o => o.Kind == "Service" && o.Namespace == next.Namespace && moved.Contains(o.Name))
            .Select(o => o.State.Urn);
    }
}
