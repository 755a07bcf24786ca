namespace Engine.Errors;

/// <summary>Something that its user can put right. Shown as <c>place error: message</c> with the advice below it, never with a stack
/// trace.</summary>
/// <param name="Message">What is wrong, and what was given.</param>
/// <param name="At">Where, if it is in a file.</param>
/// <param name="Advice">What is allowed and what to do, a line each.</param>
internal sealed record UserError(string Message, SourceLocation? At = null, params IReadOnlyList<string> Advice);
