using Engine.Events;

namespace Engine.Commands;

/// <summary>What a verb that changes something is asked to do: <c>up</c>, <c>destroy</c> or <c>refresh</c>.</summary>
internal sealed record UpdateInputs
{
    public required PlanOptions Plan { get; init; }

    public required PreviewView View { get; init; }

    public required PreviewLimits Limits { get; init; }

    /// <summary>Whether to do it without asking.</summary>
    public required bool Yes { get; init; }

    /// <summary>Whether there is somebody to ask.</summary>
    public required bool Interactive { get; init; }

    /// <summary>Whether to write to a state that the Pulumi CLI wrote last.</summary>
    public required bool TakeOver { get; init; }

    public UpdateKind Kind => Plan.Kind;

    public bool Json => View.Json;

    /// <summary>Pulumi's word for it.</summary>
    public string Word =>
        Kind switch
        {
            UpdateKind.Up => "update",
            UpdateKind.Destroy => "destroy",
            UpdateKind.Refresh => "refresh",
        };

    /// <summary>The preview that comes before it: against the state that it is about to change.</summary>
    public PreviewInputs Preview =>
        new()
        {
            Plan = Plan,
            View = View,
            Limits = Limits,
            Basis = new PreviewBasis.OwnState(),
        };
}
