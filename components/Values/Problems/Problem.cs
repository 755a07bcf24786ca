namespace Components.Values;

/// <summary>A mistake that a user can correct.</summary>
/// <param name="Place">Where it was made, if that is known.</param>
/// <param name="Summary">What is wrong, and what was given; one line.</param>
/// <param name="Advice">What is allowed, and what to do; lines.</param>
public sealed record Problem(Place? Place, string Summary, string Advice = "")
{
    /// <inheritdoc/>
    public override string ToString()
    {
        var head = Place is null ? $"error: {Summary}" : $"{Place}  error: {Summary}";
        return Advice.Length == 0 ? head : $"{head}\n  {Advice.ReplaceLineEndings("\n  ")}";
    }
}
