using Engine.Planning.Changes;
using Engine.Values;

namespace Engine.Tests.Values;

public sealed class PropertyPathTests
{
    [Theory]
    [InlineData("spec.replicas", 2)]
    [InlineData("spec.containers[0].image", 4)]
    [InlineData("metadata.annotations[\"pulumi.com/waitFor\"]", 3)]
    [InlineData("data[*]", 2)]
    [InlineData("", 0)]
    public void Is_read_and_written(string text, int length)
    {
        var path = PropertyPath.Parse(text);
        path.Segments.Count.ShouldBe(length);
        path.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("a..b")]
    [InlineData("a[")]
    [InlineData("a[x]")]
    [InlineData("a[\"b\"")]
    public void Nonsense_is_refused_with_examples(string text) =>
        Should.Throw<FormatException>(() => PropertyPath.Parse(text)).Message.ShouldContain("spec.replicas");

    [Theory]
    [InlineData("spec", "spec.replicas", true)]
    [InlineData("spec.*", "spec.replicas", true)]
    [InlineData("spec.containers[*].image", "spec.containers[3].image", true)]
    [InlineData("spec.replicas", "spec", false)]
    [InlineData("spec", "specs", false)]
    public void Contains_what_is_below(string pattern, string path, bool contains) =>
        PropertyPath.Parse(pattern).Contains(PropertyPath.Parse(path)).ShouldBe(contains);

    [Theory]
    [InlineData("spec.replicas", """{"spec":{"replicas":3,"image":"new"}}""")]
    [InlineData("spec", """{"spec":{"replicas":3,"image":"old"}}""")]
    [InlineData("spec.*", """{"spec":{"replicas":3,"image":"old"}}""")]
    [InlineData("spec.paused", """{"spec":{"replicas":5,"image":"new"}}""")]
    [InlineData("status", """{"spec":{"replicas":5,"image":"new"}}""")]
    public void Ignored_places_take_the_old_inputs(string path, string expected)
    {
        var olds = (PropertyMap)JsonValues.Parse("""{"spec":{"replicas":3,"image":"old"}}""", null);
        var news = (PropertyMap)JsonValues.Parse("""{"spec":{"replicas":5,"image":"new"}}""", null);
        IgnoredChanges.Apply(news, olds, [path]).ShouldBe(JsonValues.Parse(expected, null));
    }

    [Fact]
    public void Ignored_places_the_old_inputs_lack_are_dropped()
    {
        var news = PropertyMap.Of(("a", "1"), ("list", new PropertyArray([PropertyMap.Of(("x", "new"))])));
        IgnoredChanges.Apply(news, PropertyMap.Empty, ["a"]).ShouldBe(news.Without("a"));
        var olds = PropertyMap.Of(("list", new PropertyArray([PropertyMap.Of(("x", new PropertySecret("old")))])));
        IgnoredChanges.Apply(news, olds, ["list[*].x"]).Get("list").ShouldBe(olds.Get("list"));
    }
}
