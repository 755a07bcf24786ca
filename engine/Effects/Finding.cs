namespace Engine.Effects;

/// <summary>What the change of one resource does.</summary>
/// <param name="Words">In the user's words, short. Empty when nobody needs to hear of it.</param>
/// <param name="Impact">What it does to those who use it.</param>
internal sealed record Finding(string Words, Impact Impact = Impact.None)
{
    /// <summary>How long: <c>seconds</c>, <c>minutes</c>, or empty when it lasts or is not known.</summary>
    public string Span { get; init; } = "";

    /// <summary>What to do instead, or by hand; a line each.</summary>
    public IReadOnlyList<string> Advice { get; init; } = [];

    /// <summary>True when it only goes along with something else, as a disruption budget does with its Deployment.</summary>
    public bool IsMinor { get; init; }
}
