using Engine.Display;
using Spectre.Console;
using Spectre.Console.Testing;

namespace Engine.Tests.Display;

public sealed class TerminalScreenTests
{
    [Fact]
    public void A_line_has_the_colors_of_its_tones()
    {
        using var terminal = Terminal(width: 60);
        var screen = new Screen(TextWriter.Null, terminal);

        screen.Line(("+ ", Tone.Create), ("api ", Tone.Plain), ("no downtime", Tone.Muted));

        terminal.Output.ShouldBe("\e[38;5;2m+ \e[0mapi \e[38;5;8mno downtime\e[0m\n");
    }

    [Fact]
    public void What_looks_like_markup_is_text()
    {
        using var terminal = Terminal(width: 60);

        new Screen(TextWriter.Null, terminal).Line("ports: [80] [secret]");

        terminal.Output.ShouldBe("ports: [80] [secret]\n");
    }

    [Fact]
    public void A_line_wider_than_the_terminal_is_folded_and_none_of_it_is_lost()
    {
        using var terminal = Terminal(width: 20);

        new Screen(TextWriter.Null, terminal).Line("registry.example.com/shop/orders");

        terminal.Lines.ShouldAllBe(line => line.Length <= 20);
        string.Concat(terminal.Lines).ShouldBe("registry.example.com/shop/orders");
    }

    private static TestConsole Terminal(int width) => new TestConsole().Width(width).Colors(ColorSystem.EightBit).EmitAnsiSequences();
}
