using Engine.Events;
using Engine.Masking;

namespace Engine.Display;

/// <summary>The properties that a step changes, a line each.</summary>
internal static class StepDetails
{
    /// <param name="screen">Where to.</param>
    /// <param name="step">The step.</param>
    /// <param name="details">Prints all properties of what is created, and changed texts line by line.</param>
    public static void Write(Screen screen, StepDescription step, bool details)
    {
        if (step.Op == StepOp.Create && details && step.New is { } created)
        {
            foreach (var line in ValueText.Lines(MaskedValues.Of(created.Inputs), 8))
            {
                screen.Line(line, Tone.Create);
            }

            return;
        }

        foreach (var change in PropertyChange.Of(step))
        {
            if (
                details
                && change is { Old: Values.PropertyString old, New: Values.PropertyString now }
                && (old.Value + now.Value).Contains('\n', StringComparison.Ordinal)
            )
            {
                TextDifference.Write(screen, change.Path, old.Value, now.Value);
                continue;
            }

            screen.Line(
                ("      ", Tone.Plain),
                (change.Path, Tone.Muted),
                ($"  {ValueText.Short(change.Old)} -> {ValueText.Short(change.New)}", change.Replaces ? Tone.Replace : Tone.Update)
            );
        }
    }
}
