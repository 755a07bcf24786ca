using System.Diagnostics;
using System.Text;

namespace Pulumi;

/// <summary>An exception as text: the whole chain, with the frames of the program and not those of the machinery between them.</summary>
internal static class ProgramTrace
{
    public static string Describe(Exception exception)
    {
        var text = new StringBuilder();
        Append(text, exception, indent: "");
        return text.ToString().TrimEnd();
    }

    private static void Append(StringBuilder text, Exception exception, string indent)
    {
        text.Append(indent).Append(exception.GetType().FullName).Append(": ").AppendLine(exception.Message);
        foreach (var place in new StackTrace(exception, fNeedFileInfo: true).GetFrames().Select(SourcePlace.Of).OfType<string>())
            text.Append(indent).Append("    at ").AppendLine(place);
        var causes =
            exception is AggregateException aggregate ? aggregate.InnerExceptions
            : exception.InnerException is { } inner ? [inner]
            : (IEnumerable<Exception>)[];
        foreach (var cause in causes)
            Append(text, cause, indent + "  ");
    }
}
