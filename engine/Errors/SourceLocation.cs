namespace Engine.Errors;

/// <param name="File">As shown: relative to the project's directory where possible.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1; 0 when only the line is known.</param>
internal sealed record SourceLocation(string File, int Line, int Column = 0)
{
    public override string ToString() => Column > 0 ? $"{File}:{Line}:{Column}" : $"{File}:{Line}";
}
