namespace Components.Values;

/// <summary>Paths in a container.</summary>
internal static class AbsolutePath
{
    public static string Check(string path, string what) =>
        path is ['/', _, ..] && !path.Contains("..", StringComparison.Ordinal) && !path.Contains(':', StringComparison.Ordinal)
            ? path.TrimEnd('/')
            : ProblemCollection.Refuse(
                $"{what} '{path}', which is no path in a container. Write an absolute path such as /var/cache, not '/', without '..' "
                    + $"and ':'.",
                "/refused"
            );

    /// <summary>The path as part of a volume's name.</summary>
    public static string Slug(string path) =>
        new([.. path.Trim('/').ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);
}
