namespace Pulumi;

/// <summary>Options of a component.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    private List<ProviderResource>? _providers;

    /// <summary>Providers for the children, one per package. May not be combined with <see cref="ResourceOptions.Provider"/>.</summary>
    public List<ProviderResource> Providers
    {
        get => _providers ??= [];
        set => _providers = value;
    }

    /// <summary>New options from two: single values of the second win, lists are joined.</summary>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = options1 is null ? new() : (ComponentResourceOptions)options1.Clone();
        if (options2 is null)
            return merged;
        merged.MergeFrom(options2);
        if (options2._providers is not null)
            merged.Providers.AddRange(options2._providers);
        // One provider from here and a list from there would be refused at registration: they become one list.
        if (merged.Provider is not null && merged._providers is { Count: > 0 })
        {
            merged.Providers.Add(merged.Provider);
            merged.Provider = null;
        }
        return merged;
    }

    internal override ResourceOptions Clone()
    {
        var copy = (ComponentResourceOptions)base.Clone();
        copy._providers = _providers?.ToList();
        return copy;
    }
}
