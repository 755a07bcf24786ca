using Engine.Values;

namespace Engine.Planning.Registration;

/// <summary>The names under which the base state may know a resource.</summary>
internal static class AliasResolution
{
    /// <summary>The URN itself first, then each alias; a resource whose parent was found under an old name may be known under that
    /// parent.</summary>
    public static IEnumerable<Urn> Names(ResourceGoal goal, Urn urn, Registered? parent)
    {
        var names = new List<Urn> { urn };
        var oldParent = parent?.OldUrn;
        foreach (var alias in goal.Aliases)
        {
            if (alias.Urn is { } whole)
            {
                names.Add(whole);
                continue;
            }

            names.Add(Resolve(alias, goal, urn, goal.Parent));
            if (oldParent is not null && alias is { Parent: null, NoParent: false })
            {
                names.Add(Resolve(alias, goal, urn, oldParent));
            }
        }

        if (oldParent is { } old)
        {
            names.Add(Urn.Create(urn.Stack, urn.Project, old, goal.Type, goal.Name));
            var parentName = parent!.State.Urn.Name;
            if (old.Name != parentName && goal.Name.StartsWith(parentName, StringComparison.Ordinal))
            {
                names.Add(Urn.Create(urn.Stack, urn.Project, old, goal.Type, old.Name + goal.Name[parentName.Length..]));
            }
        }

        return names.Distinct();
    }

    private static Urn Resolve(AliasSpec alias, ResourceGoal goal, Urn urn, Urn? parent) =>
        Urn.Create(
            alias.Stack ?? urn.Stack,
            alias.Project ?? urn.Project,
            alias.NoParent ? null : alias.Parent ?? parent,
            alias.Type ?? goal.Type,
            alias.Name ?? goal.Name
        );
}
