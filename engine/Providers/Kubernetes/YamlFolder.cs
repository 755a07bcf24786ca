using Engine.Contract;
using Engine.Providers.Kubernetes.Yaml;
using Engine.Values;

namespace Engine.Providers.Kubernetes;

/// <summary>
/// A folder of YAML files instead of a cluster, laid out as the published provider does: <c>0-crd/</c> for CustomResourceDefinitions, which
/// must be applied
/// first, and <c>1-manifest/</c> for the rest. Files hold Secrets in clear, so only their owner may read them.
/// </summary>
internal sealed class YamlFolder(string path, string defaultNamespace, RunFiles files, Action secretWritten) : IObjectTarget
{
    private const UnixFileMode FolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string DefinitionFolder = "0-crd";
    private const string ManifestFolder = "1-manifest";

    public string DefaultNamespace => defaultNamespace;

    public string FileOf(ObjectIdentity identity)
    {
        var version = identity.Kind.ApiVersion.Replace('/', '_').Replace(':', '_');
        var name = $"{version}-{identity.Kind.Kind.ToLowerInvariant()}-{identity.Namespace ?? "default"}-{FileName(identity.Name)}.yaml";
        return Path.Combine(path, identity.Kind.IsCustomResourceDefinition ? DefinitionFolder : ManifestFolder, name);
    }

    public Urn? Claim(ObjectIdentity identity, Urn urn) => files.Claim(FileOf(identity), urn);

    public string? FindDrift(ObjectIdentity identity, PropertyMap inputs)
    {
        var file = FileOf(identity);
        if (!File.Exists(file))
        {
            return $"{Shown(file)} is gone; it is written again";
        }

        return inputs.ContainsUnknown() || File.ReadAllText(file) == Text(inputs)
            ? null
            : $"{Shown(file)} was changed by hand; it is put back";
    }

    public Task<bool?> IsNamespacedAsync(ObjectKind kind, CancellationToken cancellation) => Task.FromResult<bool?>(null);

    public Task PreviewAsync(ObjectWrite write, CancellationToken cancellation) => Task.CompletedTask;

    public Task<ObjectOutcome> CreateAsync(ObjectWrite write, CancellationToken cancellation) =>
        Task.FromResult(new ObjectOutcome(Write(write)));

    public Task<ObjectOutcome> UpdateAsync(ObjectWrite write, CancellationToken cancellation)
    {
        if (write.Former is { } former && FileOf(former) != FileOf(write.Identity))
        {
            Delete(write.Urn, former);
        }

        return Task.FromResult(new ObjectOutcome(Write(write)));
    }

    public Task<ObjectOutcome?> ReadAsync(ObjectRead read, CancellationToken cancellation) =>
        Task.FromResult(File.Exists(FileOf(read.Identity)) ? new ObjectOutcome(read.Known) : null);

    public Task DeleteAsync(ObjectDelete delete, CancellationToken cancellation)
    {
        Delete(delete.Urn, delete.Identity);
        return Task.CompletedTask;
    }

    public void Cancel()
    {
        // Files are written at once.
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private PropertyMap Write(ObjectWrite write)
    {
        var file = FileOf(write.Identity);
        var text = Text(write.Manifest);
        try
        {
            lock (files.Gate)
            {
                CreateFolder(Path.Combine(path, DefinitionFolder));
                CreateFolder(Path.Combine(path, ManifestFolder));
                WriteFile(file, text);
                files.MarkWritten(file);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProviderException($"{write.Identity}: cannot write {Shown(file)}: {e.Message}", e);
        }

        if (write.Identity.Kind.IsSecret || write.Manifest.ContainsSecret())
        {
            secretWritten();
        }

        return write.Manifest;
    }

    private void Delete(Urn urn, ObjectIdentity identity)
    {
        var file = FileOf(identity);
        try
        {
            lock (files.Gate)
            {
                if (!files.IsKept(file, urn) && File.Exists(file))
                {
                    File.Delete(file);
                    DeleteIfEmpty(Path.Combine(path, DefinitionFolder));
                    DeleteIfEmpty(Path.Combine(path, ManifestFolder));
                    DeleteIfEmpty(path);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProviderException($"{identity}: cannot delete {Shown(file)}: {e.Message}", e);
        }
    }

    // On NTFS what follows a colon would be another stream of the file.
    private static string FileName(string name) => OperatingSystem.IsWindows() ? name.Replace(':', '_') : name;

    private static string Shown(string file) => ShownPath.From(Environment.CurrentDirectory, file);

    private static string Text(PropertyMap manifest) => ManifestYaml.Write(SchemaKeys.ToManifest(manifest));

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, FolderMode);
        }
    }

    private static void WriteFile(string file, string text)
    {
        var options = new FileStreamOptions { Mode = System.IO.FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = FileMode;
        }

        using var writer = new StreamWriter(file, options);
        writer.Write(text);
    }

    private static void DeleteIfEmpty(string folder)
    {
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }
}
