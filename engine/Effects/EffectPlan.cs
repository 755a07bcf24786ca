using Engine.Effects.Rules;
using Engine.Events;
using Engine.Providers.Kubernetes.Readiness;
using Engine.State;
using Engine.Values;

namespace Engine.Effects;

/// <summary>What an update does, computed from its steps alone.</summary>
internal static class EffectPlan
{
    /// <param name="steps">All steps of the plan, those that change nothing included.</param>
    /// <param name="places">Where components are written.</param>
    /// <returns>An effect for each component that changes, ordered by group and name; Kubernetes first.</returns>
    public static IReadOnlyList<Effect> Of(IReadOnlyCollection<StepDescription> steps, DeclaredPlaces places)
    {
        var logical = steps.Where(step => step.Logical && step.Urn.Type != Urn.StackType && !ProviderTypes.IsDefault(step.Urn)).ToList();
        var world = new World(
            new ObjectSet(logical.Select(step => step.Old).OfType<ResourceState>()),
            new ObjectSet(logical.Where(step => step.Op != StepOp.Delete).Select(step => step.New ?? step.Old).OfType<ResourceState>())
        );
        var components = new ComponentTree(logical);
        var renamed = Renamed(logical);
        var parts = logical
            .Where(step => step.Op != StepOp.Same && (step.New ?? step.Old) is { Custom: true })
            .Select(step => new EffectPart(step, StepRules.Of(step, world), ReadableChanges.Of(step, renamed)))
            .ToLookup(part => components.Of(part.Step.Urn));
        var taken = ConfigTaking.Of(parts, world, components);
        var effects = parts
            .Where(group => !taken.IsTaken(group.Key))
            .Select(group => ComponentEffect.Of(group.Key, [.. group, .. taken.By(group.Key)], components, places))
            .ToList();
        return
        [
            .. Distinguished(effects)
                .OrderBy(effect => !effect.Parts.Any(part => ClusterObject.Of(part.Step.New ?? part.Step.Old) is not null))
                .ThenBy(effect => effect.Group, StringComparer.Ordinal)
                .ThenBy(effect => effect.Subject, StringComparer.Ordinal),
        ];
    }

    private static HashSet<string> Renamed(IEnumerable<StepDescription> steps) =>
        [
            .. steps
                .Where(step => step.Op == StepOp.Replace)
                .Select(step => (Old: ClusterObject.Of(step.Old), New: ClusterObject.Of(step.New)))
                .Where(pair =>
                    pair is { Old.Kind: "ConfigMap" or "Secret", New: not null }
                    && (pair.Old.Name != pair.New.Name || !pair.New.HasKnownName)
                )
                .Select(pair => pair.Old!.Name),
        ];

    // Two components of one namespace may share a name, as a service and its route do.
    private static IEnumerable<Effect> Distinguished(List<Effect> effects) =>
        effects
            .GroupBy(effect => (effect.Group, effect.Subject))
            .SelectMany(same =>
                same.Count() == 1
                    ? same
                    : same.Select(effect => effect with { Subject = $"{effect.Subject} ({effect.Urn.Type.Split(':')[^1]})" })
            );
}
