namespace Engine.Rendering;

/// <summary>What became of a rendered folder. Files are relative to it.</summary>
/// <param name="Objects">How many objects it holds.</param>
/// <param name="Unknowns">Properties that only <c>up</c> will know, as <c>file: property</c>; the files hold a placeholder for
/// them.</param>
/// <param name="Redacted">Files whose Secret values were left out.</param>
internal sealed record RenderResult(
    int Objects,
    IReadOnlyList<string> Written,
    IReadOnlyList<string> Removed,
    IReadOnlyList<string> Unknowns,
    IReadOnlyList<string> Redacted
);
