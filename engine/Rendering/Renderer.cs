using Engine.Errors;
using Engine.Providers.Kubernetes.Readiness;
using Engine.Providers.Kubernetes.Yaml;
using Engine.State;

namespace Engine.Rendering;

/// <summary>
/// Writes the planned objects as a folder for review and GitOps: <c>&lt;namespace&gt;/&lt;kind&gt;-&lt;name&gt;.yaml</c> and a
/// <c>kustomization.yaml</c>, so that
/// <c>kubectl apply -k</c> takes it in one go. The same plan gives the same bytes; a file that is right already is not touched.
/// </summary>
internal sealed class Renderer(RenderOptions options)
{
    private readonly List<string> _written = [];
    private readonly List<string> _unknowns = [];
    private readonly List<string> _redacted = [];

    /// <exception cref="UserErrorException">Two objects are the same one, or the folder is somebody else's or cannot be
    /// written.</exception>
    public RenderResult Render(Snapshot planned)
    {
        var files = Files(planned);
        var former = Kustomization.FilesOf(options.Folder);
        try
        {
            foreach (var (file, rendered) in files)
            {
                Write(file, rendered);
            }

            WriteIfChanged(Kustomization.FileName, Kustomization.Text(files.Select(f => f.File)), forOwnerAlone: false);
            return new RenderResult(files.Count, _written, Remove(former.Except(files.Select(f => f.File))), _unknowns, _redacted);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"cannot write to {options.Folder}: {e.Message}", "Render to a folder that you may write to.");
        }
    }

    private static List<(string File, RenderedObject Object)> Files(Snapshot planned)
    {
        var objects = planned.Resources.Select(RenderedObject.Of).OfType<RenderedObject>().ToList();
        var ambiguous = objects
            .GroupBy(o => o.File(withGroup: false))
            .Where(g => g.Select(o => o.Kind.Group).Distinct().Count() > 1)
            .Select(g => g.Key)
            .ToHashSet();
        var files = objects
            .Select(o => (File: o.File(ambiguous.Contains(o.File(withGroup: false))), Object: o))
            .OrderBy(f => ApplyOrder.Of(f.Object.Kind))
            .ThenBy(f => f.File, StringComparer.Ordinal)
            .ToList();
        var twice = files.GroupBy(f => f.File).Where(g => g.Count() > 1).ToList();
        return twice.Count == 0
            ? files
            : throw new UserErrorException([
                .. twice.Select(g => new UserError(
                    $"{g.Key} would hold {g.Count()} objects: {string.Join(", ", g.Select(f => f.Object.Urn))}",
                    null,
                    "Give them different names."
                )),
            ]);
    }

    private void Write(string file, RenderedObject rendered)
    {
        var redaction = new Redaction(options.ShowSecrets);
        var manifest = redaction.Of(rendered);
        _unknowns.AddRange(redaction.Unknowns.Select(path => $"{file}: {path}"));
        var comment = "";
        if (redaction.HasRedacted)
        {
            _redacted.Add(file);
            comment = "# Secret values are redacted, and would be applied as that: `engine render --show-secrets` writes the real ones.\n";
        }

        WriteIfChanged(file, comment + ManifestYaml.Write(manifest), rendered.Kind.IsSecret || options.ShowSecrets);
    }

    private void WriteIfChanged(string file, string text, bool forOwnerAlone)
    {
        var path = Path.Combine(options.Folder, file);
        if (File.Exists(path) && File.ReadAllText(path) == text)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var how = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (forOwnerAlone && !OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, how);
        writer.Write(text);
        _written.Add(file);
    }

    // Only what an earlier render wrote, and what is in the folder: the list is a file that anybody can change.
    private List<string> Remove(IEnumerable<string> stale)
    {
        var removed = new List<string>();
        var root = Path.GetFullPath(options.Folder) + Path.DirectorySeparatorChar;
        foreach (var file in stale.Order(StringComparer.Ordinal))
        {
            var path = Path.GetFullPath(Path.Combine(options.Folder, file));
            if (!path.StartsWith(root, StringComparison.Ordinal) || !File.Exists(path))
            {
                continue;
            }

            File.Delete(path);
            removed.Add(file);
            if (Path.GetDirectoryName(path) is { } parent && !Directory.EnumerateFileSystemEntries(parent).Any())
            {
                Directory.Delete(parent);
            }
        }

        return removed;
    }
}
