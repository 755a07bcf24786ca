using Engine.Effects;
using Engine.Errors;
using Engine.Events;

namespace Engine.Commands;

/// <summary>A preview that has been shown.</summary>
/// <param name="Result">Its end.</param>
/// <param name="Effects">What the update would do.</param>
internal sealed record Previewed(UpdateResult Result, IReadOnlyList<Effect> Effects)
{
    /// <exception cref="UserErrorException">Something changes though <paramref name="limits"/> expect nothing to, or the effect is as bad
    /// as they name, or worse.</exception>
    public void Refuse(PreviewLimits limits, string andSo)
    {
        if (limits.ExpectNoChanges && Result.HasChanges)
        {
            throw new UserErrorException($"no changes were expected, but there are some{andSo}")
            {
                ExitCode = UserErrorException.UnexpectedChanges,
            };
        }

        var tooBad = Effects.Where(effect => effect.Impact >= limits.FailOn).ToList();
        if (Result.Succeeded && tooBad.Count > 0)
        {
            throw new UserErrorException(
                $"--fail-on {ImpactWords.Option(limits.FailOn!.Value)}: {tooBad.Count} of {Effects.Count} effects "
                    + $"{(tooBad.Count == 1 ? "is" : "are")} as bad or worse{andSo}",
                [.. tooBad.Select(effect => $"{effect.Group}: {effect.Subject}: {effect.Words}: {effect.Verdict}")]
            )
            {
                ExitCode = UserErrorException.EffectTooBad,
            };
        }
    }
}
