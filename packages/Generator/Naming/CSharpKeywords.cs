namespace Pulumi.Generator.Naming;

/// <summary>C#'s words that are no identifiers, or not everywhere.</summary>
public static class CSharpKeywords
{
    private static readonly HashSet<string> Reserved = Words(
        """
        abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern
        false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null object operator out override params
        private protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw true try typeof uint ulong
        unchecked unsafe ushort using virtual void volatile while
        """
    );

    private static readonly HashSet<string> Contextual = Words(
        """
        add alias ascending async await by descending dynamic equals from get global group into join let nameof on orderby partial remove select set
        unmanaged value var when where yield
        """
    );

    public static bool IsReserved(string word) => Reserved.Contains(word);

    public static bool IsReservedOrContextual(string word) => Reserved.Contains(word) || Contextual.Contains(word);

    private static HashSet<string> Words(string text) =>
        text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
