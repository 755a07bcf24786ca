using Engine.Values;

namespace Engine.State;

/// <summary>What is stored of a resource: an entry of the checkpoint's <c>resources</c>.</summary>
internal sealed record ResourceState
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<Urn>> NoPropertyDependencies =
        new Dictionary<string, IReadOnlyList<Urn>>();

    public required Urn Urn { get; init; }

    public required string Type { get; init; }

    /// <summary>True when a provider manages it; false for components and the stack.</summary>
    public required bool Custom { get; init; }

    /// <summary>True for the old half of a replacement that is still to be deleted.</summary>
    public bool Delete { get; init; }

    /// <summary>Null for components, and in a preview for what is not created yet.</summary>
    public string? Id { get; init; }

    /// <summary>Checked inputs.</summary>
    public PropertyMap Inputs { get; init; } = PropertyMap.Empty;

    public PropertyMap Outputs { get; init; } = PropertyMap.Empty;

    public Urn? Parent { get; init; }

    public bool Protect { get; init; }

    public bool Taint { get; init; }

    /// <summary>True when it was read and is not managed by this stack.</summary>
    public bool External { get; init; }

    public IReadOnlyList<Urn> Dependencies { get; init; } = [];

    /// <summary>Why it is not ready, after a create or update that succeeded only in part.</summary>
    public IReadOnlyList<string> InitErrors { get; init; } = [];

    /// <summary>Null for components and for providers.</summary>
    public ProviderReference? Provider { get; init; }

    /// <summary>By top-level input: the resources that its value came from. Empty lists are kept.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Urn>> PropertyDependencies { get; init; } = NoPropertyDependencies;

    /// <summary>True when it was deleted to be replaced and its successor is not created yet.</summary>
    public bool PendingReplacement { get; init; }

    public IReadOnlyList<string> AdditionalSecretOutputs { get; init; } = [];

    public CustomTimeouts? CustomTimeouts { get; init; }

    public string? ImportId { get; init; }

    public bool RetainOnDelete { get; init; }

    public Urn? DeletedWith { get; init; }

    public IReadOnlyList<Urn> ReplaceWith { get; init; } = [];

    public DateTimeOffset? Created { get; init; }

    public DateTimeOffset? Modified { get; init; }

    public string? SourcePosition { get; init; }

    public IReadOnlyList<string> IgnoreChanges { get; init; } = [];

    public IReadOnlyList<string> ReplaceOnChanges { get; init; } = [];

    public IReadOnlyList<string> HideDiff { get; init; } = [];

    public PropertyValue? ReplacementTrigger { get; init; }

    public bool RefreshBeforeUpdate { get; init; }

    public bool IsProvider => Type.StartsWith(ProviderTypes.Prefix, StringComparison.Ordinal);

    public override string ToString() => Urn.Value;
}
