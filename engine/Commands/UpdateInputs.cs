using Engine.Effects;
using Engine.Events;
using Engine.Planning;

namespace Engine.Commands;

/// <summary>What an update is asked to do, from the command line.</summary>
internal sealed record UpdateInputs
{
    public required UpdateKind Kind { get; init; }

    /// <summary>Pulumi's word for it: update, destroy or refresh.</summary>
    public required string Word { get; init; }

    public required UpdateOptions Options { get; init; }

    public bool Yes { get; init; }

    public bool Interactive { get; init; }

    public bool Json { get; init; }

    public bool Diff { get; init; }

    public bool ExpectNoChanges { get; init; }

    /// <summary>Stop before an update with an effect as bad as this, or worse; null for none.</summary>
    public Impact? FailOn { get; init; }

    /// <summary>For a preview: a file that says what there is, instead of the stack's state; null for that.</summary>
    public string? Against { get; init; }

    public bool SkipPreview { get; init; }

    /// <summary>The commit that a preview compares with; null for the state.</summary>
    public string? Since { get; init; }

    public bool TakeOver { get; init; }
}
