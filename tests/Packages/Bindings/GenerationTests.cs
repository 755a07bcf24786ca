using Pulumi.Generator;

namespace Packages.Tests.Bindings;

public sealed class GenerationTests : IDisposable
{
    private static readonly string Schema = Path.Combine(Fixtures.Folder, "Schemas", "tiny.json");

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_whose_text_is_the_same_is_not_written_again()
    {
        Generation.Run(Schema, _folder, []);
        var long_ago = new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);
        var files = Directory.GetFiles(_folder);
        foreach (var file in files)
        {
            File.SetLastWriteTimeUtc(file, long_ago);
        }

        File.WriteAllText(files[0], "changed");
        Generation.Run(Schema, _folder, []);

        files.Where(f => File.GetLastWriteTimeUtc(f) != long_ago).ShouldBe([files[0]]);
        File.ReadAllText(files[0]).ShouldNotBe("changed");
    }

    [Fact]
    public void A_file_that_is_no_longer_generated_goes()
    {
        var stale = Path.Combine(_folder, "Pulumi.Tiny.Gone.cs");
        File.WriteAllText(stale, "namespace Pulumi.Tiny.Gone;");

        Generation.Run(Schema, _folder, []);

        File.Exists(stale).ShouldBeFalse();
    }
}
