using Engine.Values;

namespace Engine.Tests.Values;

/// <summary>One walk over all that a value holds.</summary>
public sealed class PropertyWalkTests
{
    private static readonly PropertyMap s_value = PropertyMap.Of(
        ("a.b", new PropertyArray(["one", PropertyMap.Of(("x", new PropertySecret(new PropertyArray(["two"]))))])),
        ("out", new PropertyOutput(PropertyMap.Of(("y", "three")), IsSecret: true, [])),
        ("ref", new PropertyReference(new Urn("urn:pulumi:s::p::t:i:T::n"), PropertyValue.Computed, "")),
        ("zip", new PropertyArchive(PropertyMap.Of(("f", new PropertyAsset("four", null, null, null))), null, null, null)),
        ("unread", new PropertySecret(PropertyValue.Computed) { Ciphertext = "v1" })
    );

    [Fact]
    public void Everything_is_visited_once_with_its_place_and_whether_it_is_secret() =>
        s_value
            .All()
            .Where(visit => visit.Value is not (PropertyMap or PropertyArray or PropertyArchive))
            .Select(visit => $"{visit.Place} {visit.Value.GetType().Name["Property".Length..]} {(visit.IsSecret ? "secret" : "open")}")
            .ShouldBe([
                "[\"a.b\"][0] String open",
                "[\"a.b\"][1].x Secret secret",
                "[\"a.b\"][1].x[0] String secret",
                "out Output secret",
                "out.y String secret",
                "ref Reference open",
                "ref Computed open",
                "unread Secret secret",
                "zip.f Asset open",
            ]);

    [Fact]
    public void A_rewrite_changes_values_and_keeps_what_is_around_them()
    {
        var places = new List<string>();

        var changed = s_value.Rewrite(visit =>
        {
            if (visit.Value is not PropertyString text)
            {
                return visit.Value;
            }

            places.Add($"{visit.Place} {visit.IsSecret}");
            return text.Value.ToUpperInvariant();
        });

        places.ShouldBe(["[\"a.b\"][0] False", "[\"a.b\"][1].x[0] True", "out.y True"]);
        changed.All().Select(visit => visit.Value).OfType<PropertyString>().Select(text => text.Value).ShouldBe(["ONE", "TWO", "THREE"]);
        changed.ContainsSecret().ShouldBeTrue();
        ((PropertyMap)changed)["unread"].ShouldBeSameAs(s_value["unread"]);
    }

    [Fact]
    public void A_rewrite_goes_on_in_what_a_value_has_become() =>
        new PropertySecret(new PropertyArray(["a"]))
            .Rewrite(visit =>
                visit.Value switch
                {
                    PropertyArray array => PropertyMap.Of(("list", array[0])),
                    PropertyString text => text.Value + "!",
                    var other => other,
                }
            )
            .ShouldBe(new PropertySecret(PropertyMap.Of(("list", "a!"))));

    [Fact]
    public void What_does_not_change_is_not_copied() =>
        ((PropertyMap)s_value.Rewrite(visit => visit.Value))["a.b"].ShouldBeSameAs(s_value["a.b"]);

    [Fact]
    public void A_secret_is_seen_through_an_output_that_is_none()
    {
        PropertyValue value = new PropertyOutput(new PropertySecret("x"), IsSecret: false, []);

        value.IsSecret().ShouldBeTrue();
        value.All().ShouldAllBe(visit => visit.IsSecret);
    }

    [Theory]
    [InlineData("unread", true)]
    [InlineData("ref", true)]
    [InlineData("a.b", false)]
    public void What_is_not_known_is_found_at_any_depth(string key, bool isUnknown) =>
        new PropertyArray([PropertyMap.Of(("in", s_value[key]))]).ContainsUnknown().ShouldBe(isUnknown);

    [Fact]
    public void Values_as_deep_as_a_state_may_hold_do_not_fill_the_stack()
    {
        PropertyValue value = "leaf";
        for (var depth = 0; depth < 1000; depth++)
        {
            value = depth % 2 == 0 ? new PropertyArray([value]) : PropertyMap.Of(("m", value));
        }

        var done = false;
        var thread = new Thread(
            () =>
                done =
                    value
                        .Rewrite(visit => visit.Value is PropertyString ? "other" : visit.Value)
                        .Contains(v => v is PropertyString { Value: "other" })
                    && value.All().Count() == 1001,
            maxStackSize: 1024 * 1024
        );
        thread.Start();
        thread.Join();
        done.ShouldBeTrue();
    }
}
