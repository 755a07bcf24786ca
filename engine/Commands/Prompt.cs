using System.Text;
using Engine.Display;

namespace Engine.Commands;

/// <summary>Asks in a terminal.</summary>
internal static class Prompt
{
    /// <summary>A yes or no; what is neither is a no.</summary>
    public static bool Confirm(string question)
    {
        return Text($"{question} [y/N] ").Trim() is "y" or "Y" or "yes" or "Yes";
    }

    /// <summary>A line of text.</summary>
    public static string Text(string question)
    {
        Screen.ForErrors(color: false, CommonOptions.Secrets).Ask(question);
        return Console.ReadLine() ?? "";
    }

    /// <summary>A text that is not shown while it is typed.</summary>
    public static string Hidden(string question)
    {
        var screen = Screen.ForErrors(color: false, CommonOptions.Secrets);
        screen.Ask(question);
        var text = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                text.Length = Math.Max(0, text.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                text.Append(key.KeyChar);
            }
        }

        screen.Line();
        return text.ToString();
    }
}
