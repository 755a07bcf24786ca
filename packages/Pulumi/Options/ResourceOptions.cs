namespace Pulumi;

/// <summary>How the engine treats a resource, other than by its arguments.</summary>
public abstract class ResourceOptions
{
    private InputList<Resource>? _dependsOn;
    private InputList<Resource>? _replaceWith;
    private List<string>? _ignoreChanges;
    private List<string>? _replaceOnChanges;
    private List<string>? _hideDiffs;
    private List<Input<Alias>>? _aliases;
    private List<ResourceTransformation>? _resourceTransformations;
    private List<ResourceTransform>? _resourceTransforms;
    private ResourceHookBinding? _hooks;

    /// <summary>For derived classes.</summary>
    protected ResourceOptions() { }

    /// <summary>The ID of an existing resource to read instead of creating one.</summary>
    public Input<string>? Id { get; set; }

    /// <summary>The parent.</summary>
    /// <value>The stack if not set.</value>
    public Resource? Parent { get; set; }

    /// <summary>Resources that must exist before this one and outlive it. A component stands for all that is in it.</summary>
    public InputList<Resource> DependsOn
    {
        get => _dependsOn ??= [];
        set => _dependsOn = value;
    }

    /// <summary>Whether deleting or replacing it is refused.</summary>
    /// <value>As the parent's if not set.</value>
    public bool? Protect { get; set; }

    /// <summary>Property paths whose changes are ignored, for example <c>spec.replicas</c> or <c>tags["owner"]</c>.</summary>
    public List<string> IgnoreChanges
    {
        get => _ignoreChanges ??= [];
        set => _ignoreChanges = value;
    }

    /// <summary>The version of the provider's plugin, without a leading v.</summary>
    public string? Version { get; set; }

    /// <summary>Where the provider's plugin is downloaded from.</summary>
    public string? PluginDownloadURL { get; set; }

    /// <summary>The provider.</summary>
    /// <value>The parent's for the package, or the default provider.</value>
    public ProviderResource? Provider { get; set; }

    /// <summary>How long the provider may take.</summary>
    public CustomTimeouts? CustomTimeouts { get; set; }

    /// <summary>Functions that change arguments and options of this resource and its children before registration, in this
    /// process.</summary>
    public List<ResourceTransformation> ResourceTransformations
    {
        get => _resourceTransformations ??= [];
        set => _resourceTransformations = value;
    }

    /// <summary>Functions that change properties and options of this resource and its children, called back by the engine.</summary>
    public List<ResourceTransform> ResourceTransforms
    {
        get => _resourceTransforms ??= [];
        set => _resourceTransforms = value;
    }

    /// <summary>Former identities.</summary>
    public List<Input<Alias>> Aliases
    {
        get => _aliases ??= [];
        set => _aliases = value;
    }

    /// <summary>The URN of a resource that is registered already, to refer to instead of creating one.</summary>
    public string? Urn { get; set; }

    /// <summary>Property paths whose changes replace the resource.</summary>
    public List<string> ReplaceOnChanges
    {
        get => _replaceOnChanges ??= [];
        set => _replaceOnChanges = value;
    }

    /// <summary>Whether the resource stays when it is no longer managed.</summary>
    public bool? RetainOnDelete { get; set; }

    /// <summary>The resource whose deletion takes this one with it, so that no delete call is made for this one.</summary>
    public Resource? DeletedWith { get; set; }

    /// <summary>Resources whose replacement replaces this one.</summary>
    public InputList<Resource> ReplaceWith
    {
        get => _replaceWith ??= [];
        set => _replaceWith = value;
    }

    /// <summary>A value whose change replaces the resource.</summary>
    public Input<object>? ReplacementTrigger { get; set; }

    /// <summary>Property paths whose changes are not displayed.</summary>
    public List<string> HideDiffs
    {
        get => _hideDiffs ??= [];
        set => _hideDiffs = value;
    }

    /// <summary>Functions of the program that the engine calls around the resource's operations.</summary>
    public ResourceHookBinding Hooks
    {
        get => _hooks ??= new();
        set => _hooks = value;
    }

    /// <summary>A copy whose lists can be changed without changing the original's.</summary>
    internal virtual ResourceOptions Clone()
    {
        var copy = (ResourceOptions)MemberwiseClone();
        copy._dependsOn = _dependsOn?.Copy();
        copy._replaceWith = _replaceWith?.Copy();
        copy._ignoreChanges = _ignoreChanges?.ToList();
        copy._replaceOnChanges = _replaceOnChanges?.ToList();
        copy._hideDiffs = _hideDiffs?.ToList();
        copy._aliases = _aliases?.ToList();
        copy._resourceTransformations = _resourceTransformations?.ToList();
        copy._resourceTransforms = _resourceTransforms?.ToList();
        copy._hooks = _hooks?.Clone();
        return copy;
    }

    /// <summary>Single values of <paramref name="other"/> win, lists are joined, ours first.</summary>
    private protected void MergeFrom(ResourceOptions other)
    {
        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        Protect = other.Protect ?? Protect;
        Urn = other.Urn ?? Urn;
        Version = other.Version ?? Version;
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        Provider = other.Provider ?? Provider;
        CustomTimeouts = other.CustomTimeouts ?? CustomTimeouts;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        ReplacementTrigger = other.ReplacementTrigger ?? ReplacementTrigger;
        if (other._dependsOn is not null)
            DependsOn.AddRange(other._dependsOn);
        if (other._replaceWith is not null)
            ReplaceWith.AddRange(other._replaceWith);
        if (other._ignoreChanges is not null)
            IgnoreChanges.AddRange(other._ignoreChanges);
        if (other._replaceOnChanges is not null)
            ReplaceOnChanges.AddRange(other._replaceOnChanges);
        if (other._hideDiffs is not null)
            HideDiffs.AddRange(other._hideDiffs);
        if (other._aliases is not null)
            Aliases.AddRange(other._aliases);
        if (other._resourceTransformations is not null)
            ResourceTransformations.AddRange(other._resourceTransformations);
        if (other._resourceTransforms is not null)
            ResourceTransforms.AddRange(other._resourceTransforms);
        if (other._hooks is not null)
            Hooks = Hooks.Concat(other._hooks);
    }
}
