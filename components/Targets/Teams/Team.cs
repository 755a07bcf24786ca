namespace Components.Targets;

/// <summary>People who own namespaces. Declared once per stack; a namespace names its team, and gives rights to
/// <see cref="Groups"/>.</summary>
public sealed record Team
{
    /// <summary>The name, such as <c>shop</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The IAM roles that its members take, by ARN. The cluster's access entries put who takes one into
    /// <see cref="Groups"/>.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Groups that members are in besides, where a cluster knows people in another way than by IAM role.</summary>
    public IReadOnlyList<string> MoreGroups { get; init; } = [];

    /// <summary>The Kubernetes groups of its members, for RoleBindings: <c>team:name</c> first.</summary>
    public IReadOnlyList<string> Groups => [$"team:{Name}", .. MoreGroups];

    /// <summary>The groups of everyone who takes a role, by the role's ARN; one role may serve several teams.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> GroupsByRole(IEnumerable<Team> teams) =>
        teams
            .SelectMany(team => team.Roles.SelectMany(role => team.Groups.Select(group => (role, group))))
            .GroupBy(member => member.role, member => member.group)
            .ToDictionary(role => role.Key, role => (IReadOnlyList<string>)[.. role.Distinct()]);
}
