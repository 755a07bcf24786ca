using Engine.Contract;
using Engine.Events;
using Engine.State;
using Engine.Values;

namespace Engine.Display;

/// <summary>Shows an update while it runs: a line per step that ended, and, in a terminal, what is under way.</summary>
internal sealed class UpdateReport(Screen screen, bool preview, IProgressLine progress)
{
    private readonly HashSet<(Severity, string)> _said = [];

    public PlanReport Plan { get; } = new();

    public void Handle(EngineEvent item)
    {
        switch (item)
        {
            case StepStarted { Step: var step }:
                progress.Begin(step.Urn, $"{StepText.Doing(step.Op)} {Name(step)}");
                break;
            case StepSucceeded { Step: var step, Duration: var duration }:
                progress.End(step.Urn);
                Plan.Add(step);
                if (!preview && IsShown(step))
                {
                    progress.Print(() =>
                        screen.Line(
                            ($"  {StepText.Symbol(step.Op)} ", StepText.Tone(step.Op)),
                            ($"{Name(step)} {StepText.Done(step.Op)}", Tone.Plain),
                            ($" ({Summary.Duration(duration)})", Tone.Muted)
                        )
                    );
                }

                break;
            case StepFailed { Step: var step }:
                progress.End(step.Urn);
                progress.Print(() => screen.Line(("  ! ", Tone.Error), ($"{Name(step)} failed: {StepText.Doing(step.Op)}", Tone.Plain)));
                break;
            case Diagnostic { IsEphemeral: true } diagnostic when diagnostic.Urn is { } urn:
                progress.Begin(urn, $"{ResourceLabel.Of(urn, null).Kind} {urn.Name}: {diagnostic.Message}");
                break;
            case Diagnostic { IsEphemeral: false, Severity: not Severity.Debug } diagnostic:
                if (_said.Add((diagnostic.Severity, diagnostic.Message)))
                {
                    progress.Print(() => Say(diagnostic));
                }

                break;
        }
    }

    /// <summary>A line that the program printed.</summary>
    public void ProgramLine(string line) => progress.Print(() => screen.Line(("  | ", Tone.Muted), (line, Tone.Plain)));

    private void Say(Diagnostic diagnostic)
    {
        var where = diagnostic.Urn is { } urn && urn.Type != Urn.StackType ? $"{ResourceLabel.Of(urn, null).Kind} {urn.Name}: " : "";
        var (word, tone) = diagnostic.Severity switch
        {
            Severity.Error => ("error: ", Tone.Error),
            Severity.Warning => ("warning: ", Tone.Warning),
            Severity.Info or Severity.Debug => ("", Tone.Plain),
        };
        var lines = diagnostic.Message.TrimEnd().Split('\n');
        screen.Line((word, tone), (where + lines[0], Tone.Plain));
        foreach (var line in lines[1..])
        {
            screen.Line("  " + line.TrimEnd('\r'));
        }
    }

    private static bool IsShown(StepDescription step) =>
        step.Op is not (StepOp.Same or StepOp.Refresh or StepOp.Replace)
        && !ProviderTypes.IsDefault(step.Urn)
        && step.Urn.Type != Urn.StackType;

    private static string Name(StepDescription step)
    {
        var label = ResourceLabel.Of(step);
        return label.Group.Length > 0 && label.Group != label.Name
            ? $"{label.Kind} {label.Group}/{label.Name}"
            : $"{label.Kind} {label.Name}";
    }
}
