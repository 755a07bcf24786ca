using Pulumi.Generator.Schema;
using Pulumi.Generator.Writing;

namespace Packages.Tests.Bindings;

/// <summary>
/// The generated source of the made-up packages, file by file. The goldens are part of this test project, so they also prove that what is
/// generated compiles against the core.
/// </summary>
public sealed class GoldenTests
{
    [Theory]
    [InlineData("tiny")]
    [InlineData("cloud")]
    public void Generated_source_is_as_reviewed(string package)
    {
        var schema = package == "tiny" ? Fixtures.Tiny : Fixtures.Cloud;
        PackageSchema[] others = package == "tiny" ? [] : [Fixtures.Tiny];
        var folder = Path.Combine(Fixtures.Folder, "Goldens", package);
        var actual = PackageWriter.Write(schema, others).ToDictionary(f => f.Name, f => f.Text);
        var drafts = Path.Combine(AppContext.BaseDirectory, "drafts", package);
        Directory.CreateDirectory(drafts);
        foreach (var (name, text) in actual)
        {
            File.WriteAllText(Path.Combine(drafts, name), text);
        }

        var advice = $"Review {drafts}, then copy it over {folder}.";
        actual
            .Keys.Order(StringComparer.Ordinal)
            .ShouldBe(Directory.GetFiles(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal), advice);
        foreach (var (name, text) in actual)
        {
            text.ShouldBe(File.ReadAllText(Path.Combine(folder, name)), $"{name} differs. {advice}");
        }
    }
}
