namespace Engine.Since;

/// <summary>A commit, as the user named it.</summary>
/// <param name="Given">For example <c>origin/main</c>.</param>
/// <param name="Commit">Its full hash.</param>
internal sealed record Revision(string Given, string Commit)
{
    private const int ShortLength = 7;

    public string Short => Commit[..ShortLength];

    public override string ToString() => Commit.StartsWith(Given, StringComparison.OrdinalIgnoreCase) ? Short : $"{Given} ({Short})";
}
