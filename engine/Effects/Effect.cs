using Engine.Events;
using Engine.Values;

namespace Engine.Effects;

/// <summary>What an update does to one component, or to a resource that belongs to none.</summary>
internal sealed record Effect
{
    /// <summary>Its namespace, or its package.</summary>
    public required string Group { get; init; }

    /// <summary>What users call it.</summary>
    public required string Subject { get; init; }

    public required Urn Urn { get; init; }

    public required StepOp Op { get; init; }

    public required string Words { get; init; }

    public required Impact Impact { get; init; }

    /// <summary>How long the worst of it lasts: <c>seconds</c>, <c>minutes</c>, or empty.</summary>
    public string Span { get; init; } = "";

    /// <summary>Where it is written: the declaration, and the stack's release.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    public IReadOnlyList<string> Advice { get; init; } = [];

    /// <summary>The resources that change, the worst first.</summary>
    public IReadOnlyList<EffectPart> Parts { get; init; } = [];

    /// <summary>The impact in the words of a preview.</summary>
    public string Verdict => ImpactWords.Of(Impact, Span);
}
