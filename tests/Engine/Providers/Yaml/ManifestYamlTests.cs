using Engine.Providers.Kubernetes.Yaml;
using Engine.Values;

namespace Engine.Tests.Providers.Yaml;

public sealed class ManifestYamlTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Providers", "Yaml");

    // manifest.yaml is what Go's sigs.k8s.io/yaml wrote of manifest.json.
    [Fact]
    public void Text_is_byte_for_byte_what_the_published_provider_writes()
    {
        var manifest = (PropertyMap)JsonValues.Parse(File.ReadAllText(Path.Combine(Folder, "manifest.json")), null);

        ManifestYaml.Write(manifest).ShouldBe(File.ReadAllText(Path.Combine(Folder, "manifest.yaml")));
    }

    [Fact]
    public void Secrets_are_in_clear() =>
        ManifestYaml.Write(PropertyMap.Of(("data", new PropertySecret(PropertyMap.Of(("p", "dG9w")))))).ShouldBe("data:\n  p: dG9w\n");

    [Fact]
    public void An_empty_manifest_is_an_empty_map() => ManifestYaml.Write(PropertyMap.Empty).ShouldBe("{}\n");

    [Theory]
    [InlineData("a\n", "a: |\n  a\n")]
    [InlineData("a", "a: a\n")]
    [InlineData("a\nb", "a: |-\n  a\n  b\n")]
    [InlineData("a\n\n", "a: |+\n  a\n\n")]
    [InlineData("\tkey\tvalue\n", "a: \"\\tkey\\tvalue\\n\"\n")]
    [InlineData("yes", "a: \"yes\"\n")]
    [InlineData("1e3", "a: \"1e3\"\n")]
    [InlineData("*", "a: '*'\n")]
    public void Text_reads_back_as_itself(string given, string expected) =>
        ManifestYaml.Write(PropertyMap.Of(("a", given))).ShouldBe(expected);
}
