using Engine.Effects;

namespace Engine.Commands;

/// <summary>What a preview may show without stopping there.</summary>
/// <param name="ExpectNoChanges">Stop if anything changes.</param>
/// <param name="FailOn">Stop before an effect as bad as this, or worse; null for none.</param>
internal sealed record PreviewLimits(bool ExpectNoChanges, Impact? FailOn)
{
    /// <summary>It stops at nothing.</summary>
    public static PreviewLimits None { get; } = new(false, null);
}
