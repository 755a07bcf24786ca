using System.Globalization;
using Engine.Planning;
using Engine.Values;

namespace Engine.Display;

/// <summary>The end of an update: outputs, and what was done.</summary>
internal static class Summary
{
    private static readonly StepOp[] s_order =
        [StepOp.Create, StepOp.Import, StepOp.Update, StepOp.Replace, StepOp.Delete, StepOp.Discard, StepOp.Read, StepOp.Refresh, StepOp.Same];

    public static string Duration(TimeSpan duration) => duration.TotalSeconds < 60
        ? duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s"
        : $"{(int)duration.TotalMinutes} min {duration.Seconds} s";

    public static void WriteCounts(Screen screen, string stack, UpdateResult result, bool done)
    {
        var parts = new List<(string, Tone)> { (stack + "   ", Tone.Heading) };
        foreach (var op in s_order)
        {
            if (result.Changes.GetValueOrDefault(op) is > 0 and var count)
            {
                parts.Add(($"{StepText.Symbol(op)} {count} {(done && op != StepOp.Same ? StepText.Done(op) : StepText.Plan(op))}".TrimStart() + "   ", StepText.Tone(op)));
            }
        }

        if (result.Errors > 0)
        {
            parts.Add(($"{result.Errors} failed   ", Tone.Error));
        }

        parts.Add((Duration(result.Duration), Tone.Muted));
        screen.Line();
        screen.Line([.. parts]);
    }

    /// <summary>The stack's outputs, with what they were where they change.</summary>
    public static void WriteOutputs(Screen screen, UpdateResult result, bool changedOnly)
    {
        var keys = result.Outputs.Keys.Union(result.OldOutputs.Keys).Where(k => !changedOnly || !Equals(result.Outputs.Get(k), result.OldOutputs.Get(k)))
            .Order(StringComparer.Ordinal).ToList();
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
            screen.Line(($"  {symbol} ", tone), ($"{key.PadRight(width)}  ", Tone.Plain), (symbol == "~" ? $"{Text(old)} -> {Text(now)}" : Text(now ?? old), Tone.Plain));
        }
    }

    private static string Text(PropertyValue? value) => value is null or PropertyComputed ? "(known after up)" : value is PropertyString s ? s.Value : PropertyText.Of(value);
}
