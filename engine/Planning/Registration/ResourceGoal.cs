using Engine.State;
using Engine.Values;

namespace Engine.Planning.Registration;

/// <summary>What the program wants of one resource: a RegisterResource call, transforms applied.</summary>
internal sealed record ResourceGoal
{
    public required string Type { get; init; }

    public required string Name { get; init; }

    public bool Custom { get; init; }

    /// <summary>A component that its package makes (Construct).</summary>
    public bool Remote { get; init; }

    public Urn? Parent { get; init; }

    public PropertyMap Inputs { get; init; } = PropertyMap.Empty;

    /// <summary>Null inherits the parent's.</summary>
    public bool? Protect { get; init; }

    public IReadOnlyList<Urn> Dependencies { get; init; } = [];

    /// <summary>Null when the program did not say: then each input depends on all dependencies.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Urn>>? PropertyDependencies { get; init; }

    /// <summary>Null for the default provider of the package, or the parent's.</summary>
    public ProviderReference? Provider { get; init; }

    /// <summary>Provider references by package, for what is inside a remote component.</summary>
    public IReadOnlyDictionary<string, string> Providers { get; init; } = new Dictionary<string, string>();

    /// <summary>Null leaves it to the provider.</summary>
    public bool? DeleteBeforeReplace { get; init; }

    public string? Version { get; init; }

    public string? PluginDownloadUrl { get; init; }

    public IReadOnlyList<string> IgnoreChanges { get; init; } = [];

    public IReadOnlyList<string> ReplaceOnChanges { get; init; } = [];

    public IReadOnlyList<string> AdditionalSecretOutputs { get; init; } = [];

    public IReadOnlyList<string> HideDiff { get; init; } = [];

    public IReadOnlyList<AliasSpec> Aliases { get; init; } = [];

    public string? ImportId { get; init; }

    public CustomTimeouts? Timeouts { get; init; }

    /// <summary>Null inherits the parent's.</summary>
    public bool? RetainOnDelete { get; init; }

    public Urn? DeletedWith { get; init; }

    public IReadOnlyList<Urn> ReplaceWith { get; init; } = [];

    public PropertyValue? ReplacementTrigger { get; init; }

    /// <summary>True when the caller can take FAIL and SKIP as an answer.</summary>
    public bool SupportsResultReporting { get; init; }

    /// <summary>True for a provider that the engine made because no other was given.</summary>
    public bool IsDefaultProvider { get; init; }

    public bool IsProvider => Type.StartsWith(ProviderTypes.Prefix, StringComparison.Ordinal);

    public string Package => ProviderTypes.PackageOf(Type);
}
