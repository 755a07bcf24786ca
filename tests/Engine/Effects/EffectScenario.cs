using Engine.Contract;
using Engine.Display;
using Engine.Effects;
using Engine.Events;
using Engine.Masking;
using Engine.Values;

namespace Engine.Tests.Effects;

/// <summary>A change of a stack, and the preview of it.</summary>
/// <param name="Title">What happens.</param>
/// <param name="Changes">As YAML: <c>change</c> (merged into what there is, null takes away), <c>new</c>, <c>gone</c>.</param>
/// <param name="Expected">What users read.</param>
internal sealed record EffectScenario(string Title, string Changes, string Expected)
{
    /// <summary>What users read.</summary>
    public static string Print(PropertyMap stack, PropertyMap changes)
    {
        var was = (PropertyMap)stack["stack"];
        var now = Merged(was, changes.Get("change") as PropertyMap ?? PropertyMap.Empty);
        now = new PropertyMap(now.Concat(changes.Get("new") as PropertyMap ?? PropertyMap.Empty));
        foreach (var gone in (changes.Get("gone") as PropertyArray)?.Cast<PropertyString>() ?? [])
        {
            now = now.ContainsKey(gone.Value)
                ? now.Without(gone.Value)
                : throw new InvalidOperationException($"there is no '{gone.Value}' that could go");
        }

        var recorder = new PlanRecorder();
        foreach (var step in ScenarioPlan.Steps(was, now))
        {
            recorder.Handle(new StepSucceeded(step, TimeSpan.Zero));
        }

        foreach (var (component, place) in stack.Get("places") as PropertyMap ?? PropertyMap.Empty)
        {
            recorder.Handle(new Diagnostic(Severity.Debug, ((PropertyString)place).Value, ScenarioPlan.Component(component)));
        }

        using var text = new StringWriter { NewLine = "\n" };
        var effects = recorder.Effects();
        new EffectReport(new Screen(text, new KnownSecrets()), details: false).Write(effects);
        Summary.WriteWorst(new Screen(text, new KnownSecrets()), effects);
        return text.ToString().Trim('\n');
    }

    private static PropertyMap Merged(PropertyMap olds, PropertyMap news)
    {
        var merged = olds;
        foreach (var (key, value) in news)
        {
            merged = value switch
            {
                PropertyNull => merged.Without(key),
                PropertyMap map when merged.Get(key) is PropertyMap old => merged.With(key, Merged(old, map)),
                _ => merged.With(key, value),
            };
        }

        return merged;
    }
}
