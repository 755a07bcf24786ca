using System.Text;
using Engine.Masking;
using Spectre.Console;

namespace Engine.Display;

/// <summary>Where a command writes: with color in a terminal, as plain lines otherwise. <c>NO_COLOR</c> and <c>--color never</c> switch
/// color off. Nothing is written but by a screen, and so nothing without its secrets masked.</summary>
internal sealed class Screen
{
    private const int PlainWidth = 140;

    private readonly TextWriter _writer;
    private readonly KnownSecrets _secrets;
    private readonly IAnsiConsole? _terminal;
    private readonly Lock _gate = new();

    /// <param name="writer">Where to.</param>
    /// <param name="secrets">Masked in all that is written.</param>
    /// <param name="terminal">Null for plain lines.</param>
    public Screen(TextWriter writer, KnownSecrets secrets, IAnsiConsole? terminal = null) =>
        (_writer, _secrets, _terminal) = (writer, secrets, terminal);

    /// <summary>True where something can be drawn that goes again.</summary>
    public bool IsTerminal => _terminal is not null;

    /// <summary>How many characters go into a line; plain lines may be long.</summary>
    public int Width => _terminal?.Profile.Width ?? PlainWidth;

    public static Screen ForOutput(bool color, KnownSecrets secrets) =>
        new(Console.Out, secrets, Console.IsOutputRedirected ? null : Open(Console.Out, color));

    public static Screen ForErrors(bool color, KnownSecrets secrets) =>
        new(Console.Error, secrets, Console.IsErrorRedirected ? null : Open(Console.Error, color));

    /// <summary>Has text read and written as UTF-8. On Windows a pipe would be in the console's code page, which has no … and no
    /// ±.</summary>
    public static void UseUtf8()
    {
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = Console.InputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }
    }

    /// <summary>For what nobody is to see.</summary>
    public static Screen Quiet() => new(TextWriter.Null, new KnownSecrets());

    /// <summary>What a text will look like: for texts that are broken into lines, or cut, before they are written.</summary>
    public string Masked(string text) => _secrets.Mask(text);

    public void Line(string text = "", Tone tone = Tone.Plain) => Line((text, tone));

    public void Line(params ReadOnlySpan<(string Text, Tone Tone)> parts)
    {
        lock (_gate)
        {
            if (_terminal is null)
            {
                foreach (var (text, _) in parts)
                {
                    _writer.Write(_secrets.Mask(text));
                }

                _writer.WriteLine();
                return;
            }

            var paragraph = new Paragraph { Overflow = Overflow.Fold };
            foreach (var (text, tone) in parts)
            {
                paragraph.Append(_secrets.Mask(text), StyleOf(tone));
            }

            paragraph.Append(Environment.NewLine);
            _terminal.Write(paragraph);
        }
    }

    /// <summary>Writes what a script takes: one value, neither broken into lines nor colored.</summary>
    public void Value(string text) => Write(_secrets.Mask(text) + _writer.NewLine);

    /// <summary>Writes a JSON document.</summary>
    public void Json(string json) => Write(_secrets.MaskJson(json) + _writer.NewLine);

    /// <summary>Writes a question; what is typed comes behind it.</summary>
    public void Ask(string question) => Write(_secrets.Mask(question));

    /// <summary>Draws a line that is erased later.</summary>
    public void Draw(string text) => _terminal?.Write(new Text(_secrets.Mask(text), new Style(Color.Grey)));

    /// <summary>Erases what was drawn last.</summary>
    public void Erase(int length)
    {
        if (_terminal?.Profile.Out.Writer is { } writer)
        {
            writer.Write("\r" + new string(' ', length) + "\r");
            writer.Flush();
        }
    }

    private void Write(string text)
    {
        lock (_gate)
        {
            _writer.Write(text);
            _writer.Flush();
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
