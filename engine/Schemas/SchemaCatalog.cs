using System.Collections.Concurrent;

namespace Engine.Schemas;

/// <summary>The schema files beside the engine, each read when a resource of its package is first met.</summary>
/// <param name="folder">Holds a folder per package (<c>Pulumi.Kubernetes/schema.json</c>), as the build lays them out.</param>
internal sealed class SchemaCatalog(string folder)
{
    private const string FileName = "schema.json";
    private const string FolderPrefix = "Pulumi.";

    private readonly ConcurrentDictionary<string, Lazy<PackageSchema?>> _packages = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The files that the build put beside the engine.</summary>
    public static SchemaCatalog BesideEngine { get; } = new(Path.Combine(AppContext.BaseDirectory, "schemas"));

    /// <summary>The package's schema, or null when there is none.</summary>
    public PackageSchema? Find(string package) => _packages.GetOrAdd(package, name => new(() => Read(name))).Value;

    /// <summary>Names of the packages that there is a schema of.</summary>
    public IEnumerable<string> Packages =>
        Folders()
            .Where(d => File.Exists(Path.Combine(d, FileName)))
            .Select(d => Path.GetFileName(d)[FolderPrefix.Length..].ToLowerInvariant())
            .Order(StringComparer.Ordinal);

    private PackageSchema? Read(string package)
    {
        var file = Folders()
            .Where(d => string.Equals(Path.GetFileName(d), FolderPrefix + package, StringComparison.OrdinalIgnoreCase))
            .Select(d => Path.Combine(d, FileName))
            .FirstOrDefault(File.Exists);
        return file is null ? null : PackageSchema.Parse(File.ReadAllBytes(file));
    }

    private IEnumerable<string> Folders() => Directory.Exists(folder) ? Directory.EnumerateDirectories(folder, FolderPrefix + "*") : [];
}
