using Engine.Errors;

namespace Engine.Rendering;

/// <summary>The folder's <c>kustomization.yaml</c>: the files in apply order. It is also the list of the files that an earlier render
/// wrote.</summary>
internal static class Kustomization
{
    public const string FileName = "kustomization.yaml";
    private const string Marker =
        "# Written by `engine render`, as are the files that it lists: what is changed here is lost by the next render.";
    private const string Item = "- ";

    // First in, first out: kubectl's own order would put Secrets and Services elsewhere.
    public static string Text(IEnumerable<string> files) =>
        $"""
            {Marker}
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            sortOptions:
              order: fifo
            resources:
            {string.Join('\n', files.Select(f => Item + f))}

            """.ReplaceLineEndings("\n");

    /// <summary>The files that the folder's last render wrote; none of a new folder.</summary>
    /// <exception cref="UserErrorException">The folder is somebody else's.</exception>
    public static IReadOnlyList<string> FilesOf(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
        {
            return [];
        }

        var lines = File.ReadAllLines(file);
        return lines.Length > 0 && lines[0] == Marker
            ?
            [
                .. lines
                    .SkipWhile(l => l != "resources:")
                    .Skip(1)
                    .Where(l => l.StartsWith(Item, StringComparison.Ordinal))
                    .Select(l => l[Item.Length..]),
            ]
            : throw new UserErrorException(
                $"{folder} holds a {FileName} that render did not write",
                "Render to a folder of its own: it would be overwritten."
            );
    }
}
