using System.Globalization;
using Agreement;
using Engine.Effects;
using Engine.Events;
using Engine.Values;

namespace Engine.Display;

/// <summary>The end of an update: outputs, and what was done.</summary>
internal static class Summary
{
    private const int NoteWidth = 17;

    private static readonly StepOp[] s_order =
    [
        StepOp.Create,
        StepOp.Import,
        StepOp.Update,
        StepOp.Replace,
        StepOp.Delete,
        StepOp.Discard,
        StepOp.Read,
        StepOp.Refresh,
        StepOp.Same,
    ];

    public static string Duration(TimeSpan duration) =>
        duration.TotalSeconds < 60
            ? duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s"
            : $"{(int)duration.TotalMinutes} min {duration.Seconds} s";

    /// <summary>The first line of a preview: the stack, how much there is, how long it took, and what to know.</summary>
    public static void WriteHeader(Screen screen, string stack, UpdateResult result, IReadOnlyList<string> notes)
    {
        var count = result.Changes.Where(change => change.Key is not (StepOp.Delete or StepOp.Discard)).Sum(change => change.Value);
        var line = result.Succeeded
            ? $"{count} {(count == 1 ? "resource" : "resources")}, {Duration(result.Duration)}"
            : "the preview failed, nothing was changed";
        screen.Line((stack + "   ", Tone.Heading), (line, result.Succeeded ? Tone.Plain : Tone.Error));
        foreach (var note in notes)
        {
            screen.Line(new string(' ', stack.Length + 3) + note, Tone.Warning);
        }
    }

    /// <summary>What the program sums up; a title is printed once.</summary>
    public static void WriteNotes(Screen screen, IReadOnlyList<PlanNote> notes)
    {
        if (notes.Count > 0)
        {
            screen.Line();
        }

        foreach (var title in notes.GroupBy(note => note.Title))
        {
            foreach (var (index, (_, text)) in title.Index())
            {
                screen.Line(((index == 0 ? title.Key : "").PadRight(NoteWidth), Tone.Heading), (text, Tone.Plain));
            }
        }
    }

    /// <summary>Names what is worse than a restart, where the eye ends.</summary>
    public static void WriteWorst(Screen screen, IReadOnlyList<Effect> effects)
    {
        foreach (
            var (index, effect) in effects
                .Where(effect => effect.Impact >= Impact.Outage)
                .OrderByDescending(effect => effect.Impact)
                .Index()
        )
        {
            if (index == 0)
            {
                screen.Line();
            }

            screen.Line((effect.Verdict.PadRight(NoteWidth) + " ", Tone.Error), ($"{effect.Group}: {effect.Subject}", Tone.Plain));
        }
    }

    /// <summary>The last line of a preview: how many resources would be created, updated, …</summary>
    public static void WritePlan(Screen screen, UpdateResult result)
    {
        screen.Line();
        screen.Line([.. Counts(result, done: false)]);
    }

    public static void WriteCounts(Screen screen, string stack, UpdateResult result, bool done)
    {
        screen.Line();
        screen.Line([(stack + "   ", Tone.Heading), .. Counts(result, done), (Duration(result.Duration), Tone.Muted)]);
    }

    private static IEnumerable<(string, Tone)> Counts(UpdateResult result, bool done)
    {
        foreach (var op in s_order)
        {
            if (result.Changes.GetValueOrDefault(op) is > 0 and var count)
            {
                yield return (
                    $"{StepText.Symbol(op)} {count} {(done && op != StepOp.Same ? StepText.Done(op) : StepText.Plan(op))}".TrimStart()
                        + "   ",
                    StepText.Tone(op)
                );
            }
        }

        if (result.Errors > 0)
        {
            yield return ($"{result.Errors} failed   ", Tone.Error);
        }
    }

    /// <summary>The stack's outputs, with what they were where they change.</summary>
    public static void WriteOutputs(Screen screen, UpdateResult result, bool changedOnly)
    {
        var keys = result
            .Outputs.Keys.Union(result.OldOutputs.Keys)
            .Where(k => !changedOnly || !Equals(result.Outputs.Get(k), result.OldOutputs.Get(k)))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (keys.Count == 0)
        {
            return;
        }

        screen.Line();
        screen.Line("Outputs", Tone.Heading);
        var width = keys.Max(k => k.Length);
        foreach (var key in keys)
        {
            var (old, now) = (result.OldOutputs.Get(key), result.Outputs.Get(key));
            var (symbol, tone) = (old, now) switch
            {
                (null, _) => ("+", Tone.Create),
                (_, null) => ("-", Tone.Delete),
                _ when old.Equals(now) => (" ", Tone.Plain),
                _ => ("~", Tone.Update),
            };
            screen.Line(
                ($"  {symbol} ", tone),
                ($"{key.PadRight(width)}  ", Tone.Plain),
                (symbol == "~" ? $"{Text(old)} -> {Text(now)}" : Text(now ?? old), Tone.Plain)
            );
        }
    }

    private static string Text(PropertyValue? value) =>
        value is null or PropertyComputed ? "(known after up)"
        : value is PropertyString s ? s.Value
        : PropertyText.Of(value);
}
