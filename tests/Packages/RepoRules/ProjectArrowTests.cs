using System.Xml.Linq;

namespace Packages.Tests.RepoRules;

/// <summary>The arrows between projects (docs/ARCHITECTURE.md): infra → components → packages, engine → packages/Protocol. Never the other
/// way.</summary>
public sealed class ProjectArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["packages/Protocol"] = [],
        ["packages/Generator"] = [],
        ["packages/Pulumi"] = ["packages/Protocol"],
        ["packages/Pulumi.Random"] = ["packages/Pulumi", "packages/Generator"],
        ["packages/Pulumi.Kubernetes"] = ["packages/Pulumi", "packages/Generator"],
        ["packages/Pulumi.Aws"] = ["packages/Pulumi", "packages/Generator"],
        ["packages/Pulumi.Eks"] = ["packages/Pulumi", "packages/Pulumi.Aws", "packages/Pulumi.Kubernetes", "packages/Generator"],
        ["engine"] = ["packages/Protocol"],
        ["components"] =
        [
            "packages/Pulumi",
            "packages/Pulumi.Random",
            "packages/Pulumi.Kubernetes",
            "packages/Pulumi.Aws",
            "packages/Pulumi.Eks",
        ],
        ["infra"] =
        [
            "components",
            "packages/Pulumi",
            "packages/Pulumi.Random",
            "packages/Pulumi.Kubernetes",
            "packages/Pulumi.Aws",
            "packages/Pulumi.Eks",
        ],
    };

    [Fact]
    public void Projects_reference_only_what_their_layer_may_use()
    {
        var wrong = new List<string>();
        foreach (
            var project in Repository.Files.Where(file =>
                file.EndsWith(".csproj", StringComparison.Ordinal)
                && !file.StartsWith("tests/", StringComparison.Ordinal)
                && !file.StartsWith("bench/", StringComparison.Ordinal)
            )
        )
        {
            var folder = Path.GetDirectoryName(project)!.Replace('\\', '/');
            if (!Allowed.TryGetValue(folder, out var allowed))
            {
                wrong.Add($"{project}: no layer is given for this project; add it to {nameof(ProjectArrowTests)}");
                continue;
            }

            wrong.AddRange(
                References(project, folder)
                    .Where(reference => !allowed.Contains(reference))
                    .Select(reference => $"{project} references {reference}; allowed: {string.Join(", ", allowed)}")
            );
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.Read("Infra.sln").Replace('\\', '/');
        Repository
            .Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(project => !solution.Contains($"\"{project}\"", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Program_and_components_have_no_conditional_compilation()
    {
        Repository
            .Files.Where(file =>
                file.EndsWith(".cs", StringComparison.Ordinal)
                && (file.StartsWith("infra/", StringComparison.Ordinal) || file.StartsWith("components/", StringComparison.Ordinal))
            )
            .Where(file => Repository.Read(file).Split('\n').Any(line => line.TrimStart().StartsWith("#if", StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    private static IEnumerable<string> References(string project, string folder)
    {
        var document = XDocument.Parse(Repository.Read(project));
        foreach (var reference in document.Descendants("ProjectReference"))
        {
            var target = Path.GetFullPath(
                Path.Combine(Repository.Root, folder, Path.GetDirectoryName(reference.Attribute("Include")!.Value.Replace('\\', '/'))!)
            );
            yield return Path.GetRelativePath(Repository.Root, target).Replace('\\', '/');
        }

        foreach (
            var package in document.Descendants("PulumiReference").SelectMany(reference => reference.Attribute("Include")!.Value.Split(';'))
        )
        {
            yield return $"packages/{package}";
        }
    }
}
