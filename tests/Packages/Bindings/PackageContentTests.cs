using System.Reflection;
using System.Text.Json;
using Packages.Tests.RepoRules;
using Pulumi;

namespace Packages.Tests.Bindings;

/// <summary>The four packages as compiled: a class for each resource and function of the schema that the engine checks against.</summary>
public sealed class PackageContentTests
{
    public static TheoryData<string> Packages => ["Random", "Kubernetes", "Aws", "Eks"];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Each_resource_of_the_schema_has_a_class_with_its_token_and_version(string package)
    {
        var schema = Schema(package);
        var version = schema.GetProperty("version").GetString();
        var expected = schema
            .GetProperty("resources")
            .EnumerateObject()
            .Where(r => !r.Value.TryGetProperty("isOverlay", out _))
            .Select(r => r.Name)
            .Append("pulumi:providers:" + schema.GetProperty("name").GetString());

        var marks = Assembly(package)
            .GetExportedTypes()
            .Select(t => t.GetCustomAttribute<ResourceTypeAttribute>())
            .OfType<ResourceTypeAttribute>()
            .ToList();

        marks.Select(m => m.Type).Order(StringComparer.Ordinal).ShouldBe(expected.Order(StringComparer.Ordinal));
        marks.Select(m => m.Version).Distinct().ShouldBe([version]);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Each_function_of_the_schema_has_a_class(string package)
    {
        var schema = Schema(package);
        var functions = schema.TryGetProperty("functions", out var section) ? section.EnumerateObject().Select(f => f.Name).ToList() : [];
        var methods = schema
            .GetProperty("resources")
            .EnumerateObject()
            .Select(r => r.Value)
            .Append(schema.GetProperty("provider"))
            .Where(r => r.TryGetProperty("methods", out _))
            .SelectMany(r => r.GetProperty("methods").EnumerateObject().Select(m => m.Value.GetString()!))
            .ToHashSet();
        var classes = Assembly(package)
            .GetExportedTypes()
            .Where(t => t is { IsAbstract: true, IsSealed: true })
            .Select(t => t.Name)
            .ToHashSet();

        functions
            .Where(f => !methods.Contains(f))
            .Select(f => f.Split(':')[2])
            .Select(f => char.ToUpperInvariant(f[0]) + f[1..])
            .Where(f => !classes.Contains(f))
            .ShouldBeEmpty();
    }

    private static Assembly Assembly(string package) => System.Reflection.Assembly.Load("Pulumi." + package);

    private static JsonElement Schema(string package) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "packages", "Pulumi." + package, "schema.json"))).RootElement;
}
