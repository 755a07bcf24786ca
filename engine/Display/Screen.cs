using Spectre.Console;

namespace Engine.Display;

/// <summary>Where a command writes: with color in a terminal, as plain lines otherwise. <c>NO_COLOR</c> and <c>--color never</c> switch
/// color off.</summary>
internal sealed class Screen
{
    private const int PlainWidth = 140;

    private readonly TextWriter _writer;
    private readonly IAnsiConsole? _terminal;
    private readonly Lock _gate = new();

    /// <param name="writer">Where to.</param>
    /// <param name="terminal">Null for plain lines.</param>
    public Screen(TextWriter writer, IAnsiConsole? terminal = null) => (_writer, _terminal) = (writer, terminal);

    /// <summary>The terminal to draw in; null when there is none.</summary>
    public IAnsiConsole? Terminal => _terminal;

    /// <summary>How many characters go into a line; plain lines may be long.</summary>
    public int Width => _terminal?.Profile.Width ?? PlainWidth;

    public static Screen ForOutput(bool color) => new(Console.Out, Console.IsOutputRedirected ? null : Open(Console.Out, color));

    public static Screen ForErrors(bool color) => new(Console.Error, Console.IsErrorRedirected ? null : Open(Console.Error, color));

    public void Line(string text = "", Tone tone = Tone.Plain) => Line((text, tone));

    public void Line(params ReadOnlySpan<(string Text, Tone Tone)> parts)
    {
        lock (_gate)
        {
            if (_terminal is null)
            {
                foreach (var (text, _) in parts)
                {
                    _writer.Write(text);
                }

                _writer.WriteLine();
                return;
            }

            var paragraph = new Paragraph { Overflow = Overflow.Fold };
            foreach (var (text, tone) in parts)
            {
                paragraph.Append(text, StyleOf(tone));
            }

            paragraph.Append(Environment.NewLine);
            _terminal.Write(paragraph);
        }
    }

    private static IAnsiConsole Open(TextWriter writer, bool color) =>
        AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(writer),
                ColorSystem = color ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            }
        );

    private static Style StyleOf(Tone tone) =>
        tone switch
        {
            Tone.Heading => new Style(decoration: Decoration.Bold),
            Tone.Muted => new Style(Color.Grey),
            Tone.Create => new Style(Color.Green),
            Tone.Update => new Style(Color.Yellow),
            Tone.Replace => new Style(Color.Fuchsia),
            Tone.Delete or Tone.Error => new Style(Color.Red),
            Tone.Warning => new Style(Color.Orange1),
            Tone.Plain => Style.Plain,
        };
}
