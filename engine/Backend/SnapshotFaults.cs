using Engine.State;
using Engine.Values;

namespace Engine.Backend;

/// <summary>What is wrong with a state that comes from outside, by Pulumi's rules.</summary>
internal static class SnapshotFaults
{
    public static IReadOnlyList<string> Of(Snapshot snapshot, string stack)
    {
        var faults = new List<string>();
        var seen = new HashSet<Urn>();
        var live = new HashSet<Urn>();
        var providers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in snapshot.Resources)
        {
            if (resource.Urn.Stack != stack)
            {
                faults.Add($"{resource.Urn} is from a different stack ({resource.Urn.Stack} != {stack})");
            }

            if (!resource.Custom && resource.Id is { Length: > 0 })
            {
                faults.Add($"{resource.Urn} is a component and has an id");
            }

            if (resource.Provider is { } provider && !providers.Contains(provider.ToString()) && !resource.PendingReplacement)
            {
                faults.Add($"{resource.Urn} names the provider {provider}, which does not stand before it");
            }

            faults.AddRange(
                ResourceReferences
                    .Of(resource)
                    .Where(urn => !seen.Contains(urn))
                    .Select(urn => $"{resource.Urn} refers to {urn}, which does not stand before it")
            );
            if (!resource.Delete && !live.Add(resource.Urn))
            {
                faults.Add($"{resource.Urn} is there twice");
            }

            seen.Add(resource.Urn);
            if (resource.IsProvider)
            {
                providers.Add(new ProviderReference(resource.Urn, resource.Id).ToString());
            }
        }

        return faults;
    }
}
