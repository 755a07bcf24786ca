using Engine.Events;
using Engine.Values;

namespace Engine.Effects;

/// <summary>
/// ConfigMaps and Secrets that change under a new name are part of the roll of the workloads that take them, and no effect of their own.
/// </summary>
internal sealed class ConfigTaking
{
    private readonly Dictionary<Urn, List<EffectPart>> _byWorkload = [];
    private readonly HashSet<Urn> _taken = [];

    /// <param name="parts">What changes, by component.</param>
    /// <param name="world">All objects.</param>
    /// <param name="components">Who belongs to whom.</param>
    public static ConfigTaking Of(ILookup<Urn, EffectPart> parts, World world, ComponentTree components)
    {
        var taking = new ConfigTaking();
        foreach (var group in parts.Where(IsConfig))
        {
            var configs = group.Select(part => ClusterObject.Of(part.Step.New ?? part.Step.Old)).OfType<ClusterObject>().ToList();
            var users = configs
                .SelectMany(config => ObjectReferences.Users(world.After, config))
                .Select(user => components.Of(user.State.Urn))
                .Distinct()
                .Where(user => parts.Contains(user) && user != group.Key)
                .ToList();
            foreach (var user in users)
            {
                taking._taken.Add(group.Key);
                if (!taking._byWorkload.TryGetValue(user, out var list))
                {
                    taking._byWorkload[user] = list = [];
                }

                list.AddRange(group.Where(part => ClusterObject.Of(part.Step.New ?? part.Step.Old) is not null));
            }
        }

        return taking;
    }

    public bool IsTaken(Urn component) => _taken.Contains(component);

    public IReadOnlyList<EffectPart> By(Urn component) => _byWorkload.GetValueOrDefault(component, []);

    // Made under a new name or changed to one, with what was generated for it; what is merely removed, or changed in place, has an effect
    // of its own.
    private static bool IsConfig(IEnumerable<EffectPart> parts) =>
        parts.All(part => IsGenerated(part) || IsRenewed(part)) && parts.Any(part => ClusterObject.Of(part.Step.New) is not null);

    private static bool IsGenerated(EffectPart part) => part.Step.Type.StartsWith("random:", StringComparison.Ordinal);

    private static bool IsRenewed(EffectPart part) =>
        part.Finding is { IsMinor: true, Impact: Impact.None }
        && part.Step.Op != StepOp.Delete
        && ClusterObject.Of(part.Step.New) is { Kind: "ConfigMap" or "Secret" };
}
