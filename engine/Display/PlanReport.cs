using Engine.Events;
using Engine.State;

namespace Engine.Display;

/// <summary>Collects the steps of a preview, and prints those that change something under their namespace or package.</summary>
internal sealed class PlanReport
{
    private readonly List<StepDescription> _steps = [];

    public void Add(StepDescription step)
    {
        if (step.Logical && step.Op != StepOp.Same && step.Urn.Type != Values.Urn.StackType && !ProviderTypes.IsDefault(step.Urn))
        {
            _steps.Add(step);
        }
    }

    /// <param name="screen">Where to.</param>
    /// <param name="details">Prints all properties of what is created, and values in full.</param>
    public void Write(Screen screen, bool details)
    {
        foreach (var group in Groups().OrderBy(g => g.Any(s => IsObject(s.Step)) ? 0 : 1).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            screen.Line();
            screen.Line(group.Key, Tone.Heading);
            var width = Math.Min(24, group.Max(s => s.Label.Kind.Length));
            foreach (
                var (step, label) in group
                    .OrderBy(s => (s.Step.New ?? s.Step.Old) is { Custom: true })
                    .ThenBy(s => s.Label.Kind, StringComparer.Ordinal)
                    .ThenBy(s => s.Label.Name, StringComparer.Ordinal)
            )
            {
                screen.Line(
                    ($"  {StepText.Symbol(step.Op)} ", StepText.Tone(step.Op)),
                    (label.Kind.PadRight(width + 1), Tone.Plain),
                    (label.Name, Tone.Plain),
                    (Remark(step), Tone.Muted)
                );
                StepDetails.Write(screen, step, details);
            }
        }
    }

    private static bool IsObject(StepDescription step) => step.Type.StartsWith("kubernetes:", StringComparison.Ordinal);

    private static string Remark(StepDescription step) =>
        step.Op switch
        {
            StepOp.Replace when step.ReplaceKeys.Count > 0 => $"   replaced, because of {string.Join(", ", step.ReplaceKeys)}",
            StepOp.Update when step.Old?.InitErrors.Count > 0 => "   was not ready: waits again",
            StepOp.Delete when step.Old is { RetainOnDelete: true } => "   leaves the stack, stays as it is",
            _ => "",
        };

    private IEnumerable<IGrouping<string, (StepDescription Step, ResourceLabel Label)>> Groups()
    {
        var labelled = _steps.Select(s => (Step: s, Label: ResourceLabel.Of(s))).ToList();
        var parents = _steps.DistinctBy(s => s.Urn).ToDictionary(s => s.Urn, s => (s.New ?? s.Old)?.Parent);
        var components = new Dictionary<Values.Urn, string>();
        foreach (
            var (step, label) in labelled
                .Where(l => l.Label.Group.Length > 0)
                .OrderBy(l => !IsObject(l.Step))
                .ThenBy(l => l.Label.Group, StringComparer.Ordinal)
        )
        {
            // A component is shown where the first of its parts is.
            for (
                var parent = parents[step.Urn];
                parent is { } urn && components.TryAdd(urn, label.Group);
                parent = parents.GetValueOrDefault(urn)
            ) { }
        }

        return labelled.GroupBy(l => l.Label.Group.Length > 0 ? l.Label.Group : components.GetValueOrDefault(l.Step.Urn, "components"));
    }
}
