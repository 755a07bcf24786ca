using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A node of the program's graph, registered with the engine by its constructor.</summary>
public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly Lock _childrenLock = new();
    private ImmutableList<Resource> _children = [];

    /// <summary>A stand-in for a resource that is registered already.</summary>
    private protected Resource(Output<string> urn)
    {
        (_type, _name, Urn) = ("", "", urn);
        Providers = ImmutableDictionary<string, ProviderResource>.Empty;
        Transformations = [];
    }

    private protected Resource(
        string type,
        string name,
        bool custom,
        ResourceArgs args,
        ResourceOptions options,
        bool remote = false,
        RegisterPackageRequest? package = null
    )
    {
        if (string.IsNullOrEmpty(type))
            throw new ArgumentException("A resource needs a type token, for example 'shop:index:WebService'. It is empty.", nameof(type));
        if (string.IsNullOrEmpty(name))
            throw new ArgumentException($"A resource of type '{type}' needs a name. It is empty.", nameof(name));
        var deployment = Deployment.Required;
        (_type, _name, IsCustom, IsRemote) = (type, name, custom, remote);

        // The caller may share an options object among resources: what is filled in below must not show there.
        options = options.Clone();
        options.Parent ??= deployment.Stack;
        Transformations = [.. options.ResourceTransformations, .. options.Parent?.Transformations ?? []];
        (args, options) = Transform(args, options);
        options.Protect ??= options.Parent?.Protect;
        Protect = options.Protect;
        Parent = options.Parent;
        Providers = FindProviders(options);
        if (custom && options.Provider is null)
            options.Provider = Parent?.ProviderFor(type);
        Provider = custom ? options.Provider : null;
        Parent?.AddChild(this);
        deployment.Start(this, args, options, package);
    }

    /// <summary>The name that the engine knows it by, everywhere and for ever.</summary>
    [Output("urn")]
    public Output<string> Urn { get; private set; } = null!;

    internal bool IsCustom { get; private protected init; }

    internal bool IsRemote { get; }

    internal Resource? Parent { get; }

    internal bool? Protect { get; }

    /// <summary>The provider that manages this resource, if one was given or inherited.</summary>
    internal ProviderResource? Provider { get; }

    /// <summary>The providers that children take over, by package.</summary>
    internal ImmutableDictionary<string, ProviderResource> Providers { get; }

    private ImmutableArray<ResourceTransformation> Transformations { get; }

    internal ImmutableList<Resource> Children
    {
        get
        {
            lock (_childrenLock)
                return _children;
        }
    }

    /// <summary>The type token.</summary>
    public string GetResourceType() => _type;

    /// <summary>The name.</summary>
    public string GetResourceName() => _name;

    /// <summary>The inherited provider for a type token or a package's name.</summary>
    internal ProviderResource? ProviderFor(string token)
    {
        var parts = token.Split(':');
        return parts.Length == 3 ? Providers.GetValueOrDefault(parts[0]) : null;
    }

    private void AddChild(Resource child)
    {
        lock (_childrenLock)
            _children = _children.Add(child);
    }

    private (ResourceArgs, ResourceOptions) Transform(ResourceArgs args, ResourceOptions options)
    {
        var parent = options.Parent;
        foreach (var transformation in Transformations)
        {
            if (transformation(new(this, args, options)) is not { } result)
                continue;
            if (result.Options.Parent is not null && result.Options.Parent != parent)
                throw new InvalidOperationException(
                    $"A transformation changed the parent of '{_name}' ({_type}). A transformation may change anything but the parent."
                );
            (args, options) = (result.Args, result.Options.Clone());
            options.Parent = parent;
        }
        return (args, options);
    }

    private ImmutableDictionary<string, ProviderResource> FindProviders(ResourceOptions options)
    {
        var inherited = Parent?.Providers ?? ImmutableDictionary<string, ProviderResource>.Empty;
        if (!IsCustom && options is ComponentResourceOptions component)
        {
            if (options.Provider is not null && component.Providers.Count > 0)
                throw new ResourceException(
                    $"Component '{_name}' ({_type}) was given both 'Provider' and 'Providers'. Put all into 'Providers'.",
                    Parent
                );
            IEnumerable<ProviderResource> given = options.Provider is null ? component.Providers : [options.Provider];
            foreach (var provider in given)
                inherited = inherited.SetItem(provider.Package, provider);
        }
        else if (options.Provider is not null && _type.Split(':') is [var package, _, _])
        {
            inherited = inherited.SetItem(package, options.Provider);
        }
        return inherited;
    }
}
