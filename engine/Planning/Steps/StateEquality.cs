using Engine.State;
using Engine.Values;

namespace Engine.Planning.Steps;

/// <summary>Whether two states of one resource say the same. The order of dependencies does not count: it varies from run to run.</summary>
internal static class StateEquality
{
    public static bool Same(ResourceState a, ResourceState b) =>
        a.Urn == b.Urn
        && a.Type == b.Type
        && a.Custom == b.Custom
        && a.Id == b.Id
        && a.Parent == b.Parent
        && a.Delete == b.Delete
        && a.Protect == b.Protect
        && a.Taint == b.Taint
        && a.External == b.External
        && a.PendingReplacement == b.PendingReplacement
        && a.RetainOnDelete == b.RetainOnDelete
        && a.DeletedWith == b.DeletedWith
        && a.ImportId == b.ImportId
        && Equals(a.CustomTimeouts, b.CustomTimeouts)
        && Equals(a.Provider, b.Provider)
        && Equals(a.ReplacementTrigger, b.ReplacementTrigger)
        && SameSet(a.Dependencies, b.Dependencies)
        && SameSet(a.ReplaceWith, b.ReplaceWith)
        && a.InitErrors.SequenceEqual(b.InitErrors)
        && SameSet(a.AdditionalSecretOutputs, b.AdditionalSecretOutputs)
        && a.IgnoreChanges.SequenceEqual(b.IgnoreChanges)
        && a.ReplaceOnChanges.SequenceEqual(b.ReplaceOnChanges)
        && a.HideDiff.SequenceEqual(b.HideDiff)
        && SamePropertyDependencies(a.PropertyDependencies, b.PropertyDependencies)
        && a.Inputs.Equals(b.Inputs)
        && a.Outputs.Equals(b.Outputs);

    private static bool SamePropertyDependencies(
        IReadOnlyDictionary<string, IReadOnlyList<Urn>> a,
        IReadOnlyDictionary<string, IReadOnlyList<Urn>> b
    ) => a.Count == b.Count && a.All(entry => b.TryGetValue(entry.Key, out var urns) && SameSet(entry.Value, urns));

    private static bool SameSet<T>(IReadOnlyList<T> a, IReadOnlyList<T> b) => a.Count == 0 && b.Count == 0 || a.ToHashSet().SetEquals(b);
}
