using Engine.Providers.Kubernetes.Yaml;
using Engine.Values;
using FsCheck;
using FsCheck.Fluent;
using YamlDotNet.RepresentationModel;

namespace Engine.Tests.Providers.Yaml;

public sealed class ManifestYamlRoundTrips
{
    private static readonly Gen<string> Texts =
        from characters in Gen.ArrayOf(Gen.Elements("ab019.:-+_#'\" \n,[]{}&*!|>%@`?=~\\".ToCharArray()))
        select new string(characters);

    [Fact]
    public void Any_text_is_read_back_as_it_was_written() =>
        Prop.ForAll(Texts.ToArbitrary(), text =>
                ReadBack(ManifestYaml.Write(PropertyMap.Of(("a", text), ("list", new PropertyArray([text])))), text)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static bool ReadBack(string yaml, string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        return ((YamlScalarNode)root["a"]).Value == text && ((YamlScalarNode)root["list"][0]).Value == text;
    }
}
