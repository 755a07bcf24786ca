namespace Engine.Commands;

/// <summary>What <c>preview</c> is asked.</summary>
internal sealed record PreviewInputs
{
    public required PlanOptions Plan { get; init; }

    public required PreviewView View { get; init; }

    public required PreviewLimits Limits { get; init; }

    public required PreviewBasis Basis { get; init; }
}
