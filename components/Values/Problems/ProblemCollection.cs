using System.Diagnostics;

namespace Components.Values;

/// <summary>
/// Gathers the mistakes of a whole program, so that its user sees all of them at once.
/// While they are gathered, a refused value is replaced by a harmless one and the program goes on; nothing it declares is made, since a
/// <see cref="RegistrationGate"/> holds it back.
/// </summary>
public sealed class ProblemCollection
{
    private static readonly AsyncLocal<ProblemCollection?> s_current = new();
    private readonly List<Problem> _problems = [];

    private ProblemCollection() { }

    /// <summary>Runs a program, then fails with all mistakes that were found in it.</summary>
    /// <param name="program">What declares the resources.</param>
    /// <exception cref="ProblemsException">Mistakes were found.</exception>
    public static void Gather(Action program)
    {
        ArgumentNullException.ThrowIfNull(program);
        var collection = new ProblemCollection();
        var outer = s_current.Value;
        s_current.Value = collection;
        try
        {
            program();
        }
        catch (Exception exception) when (exception is not ProblemsException && collection._problems.Count > 0)
        {
            // A consequence of a value that was refused before: the mistakes say it better.
            throw new ProblemsException(collection._problems);
        }
        finally
        {
            s_current.Value = outer;
        }

        if (collection._problems.Count > 0)
        {
            throw new ProblemsException(collection._problems);
        }
    }

    /// <summary>Reports a mistake that concerns a whole component or setting.</summary>
    /// <exception cref="ProblemsException">Nothing gathers.</exception>
    public static void Report(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (s_current.Value is not { } collection)
        {
            throw new ProblemsException([problem]);
        }

        if (!collection._problems.Contains(problem))
        {
            collection._problems.Add(problem);
        }
    }

    /// <summary>Refuses a value written in code: at its file and line where mistakes are gathered, else by an exception.</summary>
    /// <returns><paramref name="instead"/>, for the program to go on with.</returns>
    /// <exception cref="FormatException">Nothing gathers.</exception>
    internal static T Refuse<T>(string message, T instead)
    {
        if (s_current.Value is null)
        {
            throw new FormatException(message);
        }

        var cut = message.IndexOf(". ", StringComparison.Ordinal);
        Report(cut < 0 ? new Problem(CallSite(), message) : new Problem(CallSite(), message[..cut], message[(cut + 2)..]));
        return instead;
    }

    // Conversions cannot take caller attributes, so the place is read off the stack; this costs only where there is a mistake.
    private static Place? CallSite()
    {
        var own = typeof(ProblemCollection).Assembly;
        var frame = new StackTrace(fNeedFileInfo: true)
            .GetFrames()
            .FirstOrDefault(frame => frame.GetFileName() is not null && frame.GetMethod()?.Module.Assembly != own);
        return frame is null ? null : Place.Source(frame.GetFileName()!, frame.GetFileLineNumber());
    }
}
