using Engine.Planning.Registration;
using Engine.State;
using Engine.Values;

namespace Engine.Planning.Changes;

/// <summary>
/// Makes inputs comparable with those of a plan that was never applied. What is unknown at the same place in both is taken as unchanged,
/// unless the resources
/// that the property comes from are others now, or are made anew, and nothing known in the property says so already.
/// </summary>
internal sealed class PlannedUnknowns(RegisteredResources registered)
{
    /// <summary>Stands, on both sides, for a value that is unknown on both sides. It is only compared, never stored or shown.</summary>
    private static readonly PropertyString s_unchanged = new("\0unknown in both plans");

    public (PropertyMap OldInputs, PropertyMap OldOutputs, PropertyMap News) Settle(ResourceState old, ResourceState now)
    {
        var olds = (PropertyMap)Marked(old.Inputs);
        var news = now.Inputs.Select(
            (key, value) =>
            {
                var settled = Settled(value, old.Inputs.Get(key));
                return settled.Equals(olds.Get(key)) && !settled.Equals(value) && HasOtherSources(old, now, key) ? value : settled;
            }
        );
        return (olds, (PropertyMap)Marked(old.Outputs), news);
    }

    private bool HasOtherSources(ResourceState old, ResourceState now, string property)
    {
        var sources = now.PropertyDependencies.GetValueOrDefault(property) ?? [];
        var former = old.PropertyDependencies.GetValueOrDefault(property) ?? [];
        return sources.Any(urn => registered.Get(urn) is { Replaced: true })
            || !sources.Select(urn => registered.Get(urn)?.OldUrn ?? urn).ToHashSet().SetEquals(former);
    }

    private static PropertyValue Marked(PropertyValue value) =>
        value.Rewrite(visit => visit.Value is PropertyComputed ? s_unchanged : visit.Value);

    private static PropertyValue Settled(PropertyValue now, PropertyValue? old) =>
        (now, old is PropertySecret wrapped ? wrapped.Value : old) switch
        {
            (PropertySecret { IsUnreadable: false } secret, var inner) => new PropertySecret(Settled(secret.Value, inner)),
            (PropertyComputed, PropertyComputed) => s_unchanged,
            (PropertyMap map, PropertyMap olds) => map.Select((key, member) => Settled(member, olds.Get(key))),
            (PropertyArray array, PropertyArray olds) => new PropertyArray(
                array.Select((item, i) => i < olds.Count ? Settled(item, olds[i]) : item)
            ),
            _ => now,
        };
}
