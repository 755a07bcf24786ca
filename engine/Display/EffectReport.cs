using Engine.Effects;
using Engine.Events;

namespace Engine.Display;

/// <summary>Prints what an update does: a line for each component, the effect first and its place last, and below it what
/// changes.</summary>
internal sealed class EffectReport(Screen screen, bool details)
{
    private const int Shown = 5;
    private const int VerdictWidth = 17;
    private const int LeastWords = 24;
    private const int MostWords = 60;
    private const string Margin = "      ";

    public void Write(IReadOnlyList<Effect> effects)
    {
        foreach (var group in effects.GroupBy(effect => effect.Group))
        {
            screen.Line();
            screen.Line(group.Key, Tone.Heading);
            var subjects = Math.Min(24, group.Max(effect => effect.Subject.Length));
            var room = Math.Clamp(screen.Width - subjects - VerdictWidth - 9, LeastWords, MostWords);
            var words = Math.Min(room, group.Max(effect => effect.Words.Length));
            foreach (var effect in group)
            {
                WriteLine(effect, subjects, words);
                WriteParts(effect);
                foreach (var advice in effect.Advice)
                {
                    screen.Line(Margin + advice, Tone.Muted);
                }
            }
        }
    }

    public static Tone ToneOf(Impact impact) =>
        impact switch
        {
            Impact.None => Tone.Muted,
            Impact.Restart => Tone.Update,
            Impact.Unknown => Tone.Warning,
            Impact.Outage or Impact.DataLoss or Impact.Refused => Tone.Error,
        };

    private void WriteLine(Effect effect, int subjects, int words)
    {
        var lines = TextWrap.Of(effect.Words, words);
        var place = string.Join(", ", effect.Places);
        var start = $"  {StepText.Symbol(effect.Op)} ";
        var indent = new string(' ', start.Length + Math.Max(subjects, effect.Subject.Length) + 2);
        var fits = indent.Length + words + 2 + VerdictWidth + 2 + place.Length <= screen.Width;
        screen.Line(
            (start, StepText.Tone(effect.Op)),
            (effect.Subject.PadRight(subjects) + "  ", Tone.Plain),
            (lines[0].PadRight(words) + "  ", Tone.Plain),
            (fits && place.Length > 0 ? effect.Verdict.PadRight(VerdictWidth) + "  " : effect.Verdict, ToneOf(effect.Impact)),
            (fits ? place : "", Tone.Muted)
        );
        foreach (var line in lines.Skip(1))
        {
            screen.Line(indent + line);
        }

        if (!fits && place.Length > 0)
        {
            screen.Line(indent + place, Tone.Muted);
        }
    }

    private void WriteParts(Effect effect)
    {
        // What is new or gone as a whole has said so; its parts are told with --diff.
        if (!details && (effect.Op is StepOp.Create or StepOp.Delete || (effect.Parts is [var only] && only.Changes.Count == 0)))
        {
            return;
        }

        var labels = effect.Parts.Select(part => ResourceLabel.Of(part.Step)).ToList();
        var kinds = labels.Max(label => label.Kind.Length);
        var names = Math.Min(32, labels.Max(label => label.Name.Length));
        foreach (var (part, label) in effect.Parts.Zip(labels))
        {
            var lines = Lines(part, effect.Words);
            var start = $"{Margin}{StepText.Symbol(part.Step.Op)} ";
            var name = $"{label.Kind.PadRight(kinds)} {label.Name.PadRight(names)}  ";
            var room = Math.Max(LeastWords, screen.Width - start.Length - name.Length);
            var all = lines.Count == 0 ? [""] : lines.SelectMany(line => TextWrap.Of(line, room)).ToList();
            screen.Line((start, StepText.Tone(part.Step.Op)), (lines.Count == 0 ? name.TrimEnd() : name, Tone.Plain), (all[0], Tone.Plain));
            foreach (var line in all.Skip(1))
            {
                screen.Line(new string(' ', start.Length + name.Length) + line);
            }

            if (details)
            {
                StepDetails.Write(screen, part.Step, details);
            }
        }
    }

    private List<string> Lines(EffectPart part, string said)
    {
        if (details || part.Changes.Count == 0)
        {
            return said.Contains(part.Finding.Words, StringComparison.Ordinal) ? [] : [part.Finding.Words];
        }

        var isRenamed = part.Step.Op == StepOp.Replace && part.Finding.IsMinor;
        var lines = part.Changes.Take(Shown).ToList();
        if (part.Changes.Count > Shown)
        {
            lines.Add($"and {part.Changes.Count - Shown} more, which --diff shows");
        }

        lines[0] += isRenamed ? $" ({part.Finding.Words})" : "";
        return lines;
    }
}
