using Engine.Events;
using Engine.Values;

namespace Engine.Effects;

/// <summary>What is done with one Kubernetes object.</summary>
internal sealed record ObjectChange(StepDescription Step, ClusterObject? Old, ClusterObject? New, World World)
{
    public ClusterObject Object => (New ?? Old)!;

    public StepOp Op => Step.Op;

    /// <summary>A replacement under the same name deletes the old object before the new one is made.</summary>
    public bool IsDeletedFirst =>
        Op == StepOp.Replace
        && Old is { } old
        && New is { HasKnownName: true } next
        && old.Name == next.Name
        && old.Namespace == next.Namespace;

    public bool Differs(params ReadOnlySpan<string> keys) => !Equals(Old?.Inputs.At(keys), New?.Inputs.At(keys));

    /// <summary>For example <c>spec.selector</c>: what a replacement is because of.</summary>
    public string Reason =>
        Step.ReplaceKeys.Count == 0 ? "it cannot be changed in place" : $"{string.Join(", ", Step.ReplaceKeys)} cannot be changed in place";

    /// <summary>Keys of a map that were added, removed or changed, with both values where they are readable.</summary>
    public IEnumerable<(string Key, string? Old, string? New)> TextChanges(params string[] keys)
    {
        var (before, after) = (
            Old?.Inputs.At(keys) as PropertyMap ?? PropertyMap.Empty,
            New?.Inputs.At(keys) as PropertyMap ?? PropertyMap.Empty
        );
        return before
            .Keys.Union(after.Keys)
            .Order(StringComparer.Ordinal)
            .Where(key => !Equals(before.Get(key), after.Get(key)))
            .Select(key => (key, before.TextAt(key), after.TextAt(key)));
    }
}
