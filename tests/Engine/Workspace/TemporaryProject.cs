using Engine.Workspace;

namespace Engine.Tests.Workspace;

/// <summary>A project in a directory of its own, removed at the end.</summary>
internal sealed class TemporaryProject : IDisposable
{
    public TemporaryProject() => WriteProject("name: demo\nruntime: dotnet\nstackConfigDir: stacks\n");

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("engine-test-").FullName;

    public void WriteProject(string yaml) => File.WriteAllText(Path.Combine(Directory, "Pulumi.yaml"), yaml);

    public void WriteStack(string name, string yaml) => Write($"stacks/Pulumi.{name}.yaml", yaml);

    public string Write(string path, string text)
    {
        var full = Path.GetFullPath(path, Directory);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    public Project Load() => Project.Find(Directory);

    public void Dispose()
    {
        if (OperatingSystem.IsWindows())
        {
            // git writes its objects read-only, and Windows does not delete such files.
            foreach (var file in new DirectoryInfo(Directory).EnumerateFiles("*", SearchOption.AllDirectories))
            {
                file.IsReadOnly = false;
            }
        }

        System.IO.Directory.Delete(Directory, recursive: true);
    }
}
