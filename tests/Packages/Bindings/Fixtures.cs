using Packages.Tests.RepoRules;
using Pulumi.Generator.Schema;
using Pulumi.Generator.Types;

namespace Packages.Tests.Bindings;

/// <summary>Two made-up packages: <c>tiny</c> has every feature of a bridged package, <c>cloud</c> those of Kubernetes, and refers to
/// tiny.</summary>
internal static class Fixtures
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "Packages", "Bindings");

    public static PackageSchema Tiny { get; } = SchemaReader.Read(File.ReadAllText(Path.Combine(Folder, "Schemas", "tiny.json")), []);

    public static PackageSchema Cloud { get; } = SchemaReader.Read(File.ReadAllText(Path.Combine(Folder, "Schemas", "cloud.json")), [Tiny]);

    public static Pulumi.Generator.Types.Bindings OfTiny { get; } = new(Tiny, []);

    public static Pulumi.Generator.Types.Bindings OfCloud { get; } = new(Cloud, [Tiny]);

    /// <summary>A type of the tiny package, read as a property would be.</summary>
    public static TypeSpec Type(string json) =>
        SchemaReader.Read(Template.Replace("TYPE", json, StringComparison.Ordinal), [Tiny]).Resources[0].Inputs.Properties[0].Type;

    private const string Template = """
        {"name":"x",
         "types":{"x:m:Thing":{"type":"object","properties":{}},"x:m:Color":{"type":"string","enum":[{"value":"Red"}]}},
         "resources":{"x:m:R":{"inputProperties":{"p":TYPE},"properties":{}}}}
        """;
}
