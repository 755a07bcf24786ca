using Engine.Values;

namespace Engine.State;

/// <summary>What holds in every state: Pulumi refuses to load one where it does not.</summary>
internal static class StateRules
{
    /// <summary>Each violation as a sentence; none for a state that is well.</summary>
    public static IReadOnlyList<string> Violations(Snapshot snapshot)
    {
        var found = new List<string>();
        var seen = new HashSet<Urn>();
        var live = new HashSet<Urn>();
        var providers = new HashSet<ProviderReference>();
        foreach (var resource in snapshot.Resources)
        {
            if (!resource.Custom && resource.Id is not null)
            {
                found.Add($"'{resource.Urn}' is a component but has the id '{resource.Id}'");
            }

            if (resource.Provider is { } provider && !resource.PendingReplacement && !providers.Contains(provider))
            {
                found.Add($"'{resource.Urn}' needs the provider '{provider}', which does not stand before it");
            }

            found.AddRange(
                ResourceReferences
                    .Of(resource)
                    .Where(urn => urn != resource.Provider?.Urn && !seen.Contains(urn))
                    .Distinct()
                    .Select(urn => $"'{resource.Urn}' refers to '{urn}', which does not stand before it")
            );
            if (!resource.Delete && !live.Add(resource.Urn))
            {
                found.Add($"'{resource.Urn}' is there twice");
            }

            seen.Add(resource.Urn);
            if (resource.IsProvider && resource.Id is not null)
            {
                providers.Add(new ProviderReference(resource.Urn, resource.Id));
            }
        }

        return found;
    }
}
