using Engine.Errors;

namespace Engine.Display;

/// <summary>Prints errors: place first, then what is wrong, then what to do.</summary>
internal static class ErrorReport
{
    public static void Write(Screen screen, IEnumerable<UserError> errors)
    {
        foreach (var error in errors)
        {
            screen.Line((error.At is { } at ? at + "  " : "", Tone.Plain), ("error: ", Tone.Error), (error.Message, Tone.Plain));
            foreach (var line in error.Advice)
            {
                screen.Line("  " + line);
            }
        }
    }
}
