using System.Xml.Linq;

namespace Packages.Tests.RepoRules;

/// <summary>Directory.Packages.props is the list of what others wrote and this repository runs.</summary>
public sealed class PackageVersionTests
{
    private const string List = "Directory.Packages.props";

    [Fact]
    public void Every_version_is_of_a_package_that_a_project_uses()
    {
        var used = Names(
                Repository.Files.Where(file => file != List && Path.GetExtension(file) is ".csproj" or ".props" or ".targets"),
                "PackageReference",
                // With the published packages these are PackageReferences too (packages/PulumiPackages.targets).
                "PulumiReference"
            )
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

        Listed().Where(package => !used.Contains(package)).Select(package => $"{List}: no project uses {package}").ShouldBeEmpty();
    }

    [Fact]
    public void No_package_has_two_versions() => Listed().GroupBy(p => p).Where(p => p.Count() > 1).Select(p => p.Key).ShouldBeEmpty();

    [Fact]
    public void Every_version_is_exact() =>
        XDocument
            .Parse(Repository.Read(List))
            .Descendants("PackageVersion")
            .Select(package => $"{package.Attribute("Include")?.Value} {package.Attribute("Version")?.Value}")
            .Where(package => package.IndexOfAny(['*', '[', '(', ',', '$']) >= 0)
            .ShouldBeEmpty();

    private static List<string> Listed() => [.. Names([List], "PackageVersion")];

    private static IEnumerable<string> Names(IEnumerable<string> files, params string[] elements) =>
        files
            .SelectMany(file => XDocument.Parse(Repository.Read(file)).Descendants())
            .Where(element => elements.Contains(element.Name.LocalName))
            .SelectMany(element => element.Attribute("Include")?.Value.Split(';', StringSplitOptions.TrimEntries) ?? []);
}
