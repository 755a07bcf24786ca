using Pulumirpc;

namespace Pulumi;

/// <summary>Former identities as the engine takes them: specs, or whole URNs for an engine that knows only these.</summary>
internal static class AliasSpecs
{
    public static async Task<IReadOnlyList<Pulumirpc.Alias>> ToSpecsAsync(IEnumerable<Input<Alias>> aliases)
    {
        var specs = new List<Pulumirpc.Alias>();
        foreach (var input in aliases)
        {
            var data = await input.ToOutput().DataTask.ConfigureAwait(false);
            if (data.IsKnown && data.Value is { } alias)
                specs.Add(await ToSpecAsync(alias).ConfigureAwait(false));
        }
        return specs;
    }

    public static async Task<IReadOnlyList<string>> ToUrnsAsync(IEnumerable<Input<Alias>> aliases, Resource resource)
    {
        var urns = new List<string>();
        foreach (var input in aliases)
        {
            var data = await input.ToOutput().DataTask.ConfigureAwait(false);
            if (!data.IsKnown || data.Value is not { } alias)
                continue;
            urns.Add(alias.Urn ?? await UrnAsync(alias, resource).ConfigureAwait(false));
        }
        return urns;
    }

    private static async Task<Pulumirpc.Alias> ToSpecAsync(Alias alias)
    {
        if (alias.Urn is not null)
            return new() { Urn = alias.Urn };
        Check(alias);
        var spec = new Pulumirpc.Alias.Types.Spec
        {
            Name = await TextAsync(alias.Name).ConfigureAwait(false),
            Type = await TextAsync(alias.Type).ConfigureAwait(false),
            Stack = await TextAsync(alias.Stack).ConfigureAwait(false),
            Project = await TextAsync(alias.Project).ConfigureAwait(false),
        };
        if (alias.Parent is not null)
            spec.ParentUrn = await alias.Parent.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        else if (alias.ParentUrn is not null)
            spec.ParentUrn = await TextAsync(alias.ParentUrn).ConfigureAwait(false);
        else
            spec.NoParent = alias.NoParent;
        return new() { Spec = spec };
    }

    private static Task<string> UrnAsync(Alias alias, Resource resource)
    {
        Check(alias);
        var current = resource.Parent is Stack ? null : resource.Parent;
        var parent = alias.NoParent ? null : alias.ParentUrn?.ToOutput() ?? (alias.Parent ?? current)?.Urn;
        var (name, type) = (alias.Name ?? resource.GetResourceName(), alias.Type ?? resource.GetResourceType());
        return Urn.Create(name, type, parentUrn: parent is null ? null : (Input<string>)parent, project: alias.Project, stack: alias.Stack)
            .GetValueAsync(whenUnknown: "");
    }

    private static void Check(Alias alias)
    {
        var parents = (alias.Parent is null ? 0 : 1) + (alias.ParentUrn is null ? 0 : 1) + (alias.NoParent ? 1 : 0);
        if (parents > 1)
            throw new RunException("An alias was given more than one of Parent, ParentUrn and NoParent. Give at most one.");
    }

    private static async Task<string> TextAsync(Input<string>? input) =>
        input is null ? "" : await input.ToOutput().GetValueAsync(whenUnknown: "").ConfigureAwait(false) ?? "";
}
