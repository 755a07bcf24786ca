using System.Security.Cryptography;
using System.Text;
using Engine.Backend;
using Engine.Tests.Workspace;

namespace Engine.Tests.Backend;

/// <summary>What stands in the folder of a stack's state after its checkpoint was written.</summary>
public sealed class CheckpointFileTests : IDisposable
{
    private readonly TemporaryProject _project = new();
    private readonly StackPaths _paths;

    public CheckpointFileTests() => _paths = new StackPaths(new StateFolder(Path.Combine(_project.Directory, ".pulumi")), "demo", "local");

    [Fact]
    public void The_state_before_the_last_update_is_the_backup()
    {
        Save("first");
        File.Exists(_paths.Backup).ShouldBeFalse("there was none before");

        Save("second");
        Save("third");

        File.ReadAllText(_paths.Checkpoint).ShouldBe("third");
        File.ReadAllText(_paths.Backup).ShouldBe("second");
    }

    [Fact]
    public void What_the_CLI_noted_about_the_files_it_wrote_goes_and_so_does_a_compressed_state()
    {
        Save("first");
        string[] stale = [_paths.Checkpoint + ".attrs", _paths.Backup + ".attrs", _paths.CompressedCheckpoint];
        foreach (var path in stale)
        {
            File.WriteAllText(path, "of the first");
        }

        Save("second");

        stale.ShouldAllBe(path => !File.Exists(path));
    }

    [Fact]
    public void The_hash_is_that_of_the_file() =>
        Save("first").ShouldBe(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_paths.Checkpoint))));

    [Fact]
    public void The_folders_version_is_written_once_and_left_alone()
    {
        Save("first");
        File.ReadAllText(_paths.Meta).ShouldBe("version: 1\n");

        File.WriteAllText(_paths.Meta, "version: 1\n# mine\n");
        Save("second");
        File.ReadAllText(_paths.Meta).ShouldBe("version: 1\n# mine\n");
    }

    public void Dispose() => _project.Dispose();

    private string Save(string content) => CheckpointFile.Save(_paths, Encoding.UTF8.GetBytes(content));
}
