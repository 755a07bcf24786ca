namespace Engine.Commands;

/// <summary>What a preview compares with.</summary>
internal abstract record PreviewBasis
{
    private PreviewBasis() { }

    /// <summary>The stack's own state.</summary>
    public sealed record OwnState : PreviewBasis;

    /// <summary>A file of <c>stack export</c>.</summary>
    /// <param name="File">The file.</param>
    public sealed record Export(string File) : PreviewBasis;

    /// <summary>The program and the stack's file as they are at a commit of git, taken as applied.</summary>
    /// <param name="Name">The commit, as git takes it.</param>
    public sealed record Commit(string Name) : PreviewBasis;
}
