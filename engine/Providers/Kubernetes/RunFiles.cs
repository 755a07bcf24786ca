using System.Collections.Concurrent;
using Engine.Values;

namespace Engine.Providers.Kubernetes;

/// <summary>
/// The rendered files of one run, over all its providers: whose they are, and which were written. A file that another resource has taken
/// over,
/// or that was written anew, is not deleted with the resource that had it before.
/// </summary>
internal sealed class RunFiles
{
    // The disks of these systems take Admin.yaml and admin.yaml for one file.
    private static readonly StringComparer s_names =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private readonly ConcurrentDictionary<string, Urn> _owners = new(s_names);
    private readonly ConcurrentDictionary<string, bool> _written = new(s_names);

    /// <summary>Held while files and folders change.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The resource that has the file already, or null when the file is now the given resource's.</summary>
    public Urn? Claim(string path, Urn urn) => _owners.GetOrAdd(path, urn) is var owner && owner != urn ? owner : null;

    public void MarkWritten(string path) => _written[path] = true;

    public bool IsKept(string path, Urn urn) => _written.ContainsKey(path) || (_owners.TryGetValue(path, out var owner) && owner != urn);
}
