using Engine.Contract;
using Engine.Providers.Kubernetes.Readiness;
using Engine.Providers.Random;
using Engine.Values;

namespace Engine.Tests.Providers.Random;

public sealed class RandomValueTests
{
    private static readonly RandomProvider Provider = new(RepositorySchemas.Catalog);

    [Fact]
    public async Task A_password_has_its_length_and_its_minimums()
    {
        var outputs = await DrawAsync(
            "randomPassword:RandomPassword",
            ("length", 40),
            ("minUpper", 5),
            ("minNumeric", 6),
            ("minSpecial", 7),
            ("overrideSpecial", "#"),
            ("lower", false)
        );
        var text = ((PropertyString)outputs["result"].Plain()).Value;

        text.Length.ShouldBe(40);
        text.Count(char.IsUpper).ShouldBeGreaterThanOrEqualTo(5);
        text.Count(char.IsDigit).ShouldBeGreaterThanOrEqualTo(6);
        text.Count(c => c == '#').ShouldBeGreaterThanOrEqualTo(7);
        text.ShouldNotContain(c => char.IsLower(c));
        outputs["result"].ShouldBeOfType<PropertySecret>();
        BCrypt.Net.BCrypt.Verify(text, ((PropertyString)outputs["bcryptHash"].Plain()).Value).ShouldBeTrue();
    }

    [Fact]
    public async Task An_id_is_the_same_bytes_in_four_notations()
    {
        var outputs = await DrawAsync("randomId:RandomId", ("byteLength", 9), ("prefix", "p-"));

        var bytes = Convert.FromHexString(Text(outputs, "hex")[2..]);
        bytes.Length.ShouldBe(9);
        Text(outputs, "b64Std").ShouldBe("p-" + Convert.ToBase64String(bytes));
        Text(outputs, "b64Url").ShouldBe("p-" + Text(outputs, "id"));
        Text(outputs, "dec").ShouldBe("p-" + new System.Numerics.BigInteger(bytes, isUnsigned: true, isBigEndian: true));
    }

    [Fact]
    public async Task A_seed_shuffles_the_same_way_each_time()
    {
        var items = new PropertyArray(Enumerable.Range(0, 20).Select(i => (PropertyValue)$"{i}"));
        (string, PropertyValue)[] inputs = [("inputs", items), ("seed", "s"), ("resultCount", 25)];

        var results = (PropertyArray)(await DrawAsync("randomShuffle:RandomShuffle", inputs))["results"];

        results.ShouldBe((PropertyArray)(await DrawAsync("randomShuffle:RandomShuffle", inputs))["results"]);
        results.Take(20).ShouldBe(items, ignoreOrder: true);
        results.Count.ShouldBe(25);
    }

    [Fact]
    public async Task Integers_reach_both_ends()
    {
        var drawn = new HashSet<double>();
        for (var i = 0; i < 200; i++)
        {
            drawn.Add(((PropertyNumber)(await DrawAsync("randomInteger:RandomInteger", ("min", -1), ("max", 1)))["result"]).Value);
        }

        drawn.ShouldBe([-1, 0, 1], ignoreOrder: true);
    }

    [Theory]
    [InlineData("randomUuid4:RandomUuid4", '4')]
    [InlineData("randomUuid7:RandomUuid7", '7')]
    public async Task Uuids_tell_their_version(string type, char version) => Text(await DrawAsync(type), "result")[14].ShouldBe(version);

    [Theory]
    [InlineData("randomPassword:RandomPassword", "length: must be at least 1, was 0", "length", 0d)]
    [InlineData(
        "randomPassword:RandomPassword",
        "length: must be at least 9, the sum of minLower, minUpper, minNumeric and minSpecial; was 8",
        "length",
        8d,
        "minLower",
        9d
    )]
    [InlineData("randomPassword:RandomPassword", "length: missing; it needs a whole number")]
    [InlineData("randomPassword:RandomPassword", "length: needs a whole number, was the text '8'", "length", "8")]
    [InlineData(
        "randomPassword:RandomPassword",
        "lenght: no such property (did you mean 'length'?); allowed: keepers, length, lower, minLower, minNumeric, minSpecial, "
            + "minUpper, number, …",
        "lenght",
        8d,
        "length",
        8d
    )]
    [InlineData("randomInteger:RandomInteger", "min: must not be above max (1), was 2", "min", 2d, "max", 1d)]
    [InlineData(
        "randomPassword:RandomPasword",
        "'random:index/randomPassword:RandomPasword' is no type of package random (did you mean 'RandomPassword'?); it has RandomBytes, "
            + "RandomId, RandomInteger, RandomPassword, RandomPet, RandomShuffle, RandomString, RandomUuid, RandomUuid4, RandomUuid7"
    )]
    public async Task Wrong_inputs_are_refused_with_what_is_allowed(string type, string expected, params object[] inputs)
    {
        var given = inputs.Chunk(2).Select(p => KeyValuePair.Create((string)p[0], p[1] is string s ? (PropertyValue)s : (double)p[1]));
        var check = await Provider.CheckAsync(
            new CheckRequest(UrnOf(type), PropertyMap.Empty, new PropertyMap(given), new byte[32]),
            default
        );

        check.Failures.Select(f => f.Property.Length == 0 ? f.Reason : $"{f.Property}: {f.Reason}").ShouldContain(expected);
    }

    private static async Task<PropertyMap> DrawAsync(string type, params (string Key, PropertyValue Value)[] inputs)
    {
        var check = await Provider.CheckAsync(
            new CheckRequest(UrnOf(type), PropertyMap.Empty, PropertyMap.Of(inputs), new byte[32]),
            default
        );
        check.Failures.ShouldBeEmpty();
        return (await Provider.CreateAsync(new CreateRequest(UrnOf(type), check.Inputs, null, Preview: false), default)).Outputs;
    }

    private static Urn UrnOf(string type) => Urn.Create("dev", "p", null, "random:index/" + type, "r");

    private static string Text(PropertyMap outputs, string name) => ((PropertyString)outputs[name]).Value;
}
