using Engine.State;
using Engine.Values;

namespace Engine.Planning.Registration;

/// <summary>The state that a goal asks for; inputs are not checked yet, and there are no outputs.</summary>
internal static class GoalState
{
    public static ResourceState Of(ResourceGoal goal, Urn urn, Registered? parent, ProviderReference? provider) =>
        new()
        {
            Urn = urn,
            Type = goal.Type,
            Custom = goal.Custom,
            Inputs = goal.Inputs,
            Parent = goal.Parent,
            Protect = goal.Protect ?? parent?.State.Protect ?? false,
            RetainOnDelete = goal.RetainOnDelete ?? parent?.State.RetainOnDelete ?? false,
            DeletedWith = goal.DeletedWith ?? parent?.State.DeletedWith,
            Dependencies = goal.Dependencies,
            PropertyDependencies = PropertyDependencies(goal),
            Provider = provider,
            AdditionalSecretOutputs = goal.AdditionalSecretOutputs,
            CustomTimeouts = goal.Timeouts,
            ImportId = goal.ImportId,
            ReplaceWith = goal.ReplaceWith,
            IgnoreChanges = goal.IgnoreChanges,
            ReplaceOnChanges = goal.ReplaceOnChanges,
            HideDiff = goal.HideDiff,
            ReplacementTrigger = goal.ReplacementTrigger,
        };

    private static IReadOnlyDictionary<string, IReadOnlyList<Urn>> PropertyDependencies(ResourceGoal goal) =>
        goal.PropertyDependencies
        ?? (
            goal.Custom && goal.Dependencies.Count > 0
                ? goal.Inputs.Keys.ToDictionary(key => key, _ => goal.Dependencies)
                : new Dictionary<string, IReadOnlyList<Urn>>()
        );
}
