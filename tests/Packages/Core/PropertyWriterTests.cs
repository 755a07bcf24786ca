using System.Collections.Immutable;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumi.Protocol;
using Pulumi.Serialization;

namespace Packages.Tests.Core;

public sealed class PropertyWriterTests
{
    public static TheoryData<object?, string> Plain =>
        new()
        {
            { null, "nothing" },
            { "", "''" },
            { true, "true" },
            { 42, "42" },
            { 0.5, "0.5" },
            { DayOfWeek.Tuesday, "2" },
            { new object?[] { 1, null, "x" }, "[1,null,'x']" },
            {
                new Dictionary<string, object?> { ["b"] = 1, ["none"] = null },
                "{b:1}"
            },
            { ImmutableArray<string>.Empty, "[]" },
            { default(ImmutableArray<string>), "nothing" },
            { JsonDocument.Parse("""{"n":null,"l":[1,{}]}""").RootElement, "{l:[1,{}],n:null}" },
            { Union<int, string>.FromT1("half"), "'half'" },
            { (Input<int>)7, "7" },
            {
                new InputList<string> { "a", Output.Create("b") },
                "['a','b']"
            },
            {
                new InputMap<int> { ["one"] = 1 },
                "{one:1}"
            },
            { Output.Create(new[] { Output.Create(1), Output.Create(2) }), "[1,2]" },
            {
                new PartArgs { Name = "wheel" },
                "{name:'wheel'}"
            },
            {
                new InputMap<string> { ["known"] = "yes", ["unknown"] = Output.Unknown("") },
                $"{{known:'yes',unknown:'{WireSignatures.Unknown}'}}"
            },
        };

    [Theory]
    [MemberData(nameof(Plain))]
    public async Task Values_have_their_wire_form(object? value, string expected) =>
        WireValues.Text(await WireValues.WriteAsync(value)).ShouldBe(expected);

    [Fact]
    public async Task Secrets_are_marked_where_they_are_and_once()
    {
        var written = await WireValues.WriteAsync(
            new Dictionary<string, object?> { ["open"] = "o", ["closed"] = Output.CreateSecret(Output.CreateSecret("c")) }
        );

        WireValues.Text(written).ShouldBe($"{{closed:{{{WireSignatures.Key}:'{WireSignatures.Secret}',value:'c'}},open:'o'}}");
    }

    [Fact]
    public async Task A_secret_that_is_unknown_is_sent_as_unknown() =>
        WireValues.Text(await WireValues.WriteAsync(Output.CreateSecret(Output.Unknown("hidden")))).ShouldBe($"'{WireSignatures.Unknown}'");

    [Fact]
    public async Task Assets_and_archives_nest()
    {
        var archive = new AssetArchive(
            new Dictionary<string, AssetOrArchive> { ["a.txt"] = new StringAsset("a"), ["sub"] = new FileArchive("./folder") }
        );

        var text = WireValues.Text(await WireValues.WriteAsync(archive));

        text.ShouldContain($"a.txt:{{{WireSignatures.Key}:'{WireSignatures.Asset}',text:'a'}}");
        text.ShouldContain($"sub:{{{WireSignatures.Key}:'{WireSignatures.Archive}',path:'./folder'}}");
    }

    [Theory]
    [InlineData(5L)]
    [InlineData(1.5f)]
    [InlineData('c')]
    public async Task A_type_without_a_wire_form_is_refused_with_its_path(object value)
    {
        var nested = new Dictionary<string, object?>
        {
            ["outer"] = new object?[]
            {
                "fine",
                new Dictionary<string, object?> { ["inner"] = Output.Create(value) },
            },
        };

        var error = await Should.ThrowAsync<UnsupportedValueException>(async () => await WireValues.WriteAsync(nested));

        error.Message.ShouldStartWith("outer[1].inner: A System.");
        error.Message.ShouldContain("Allowed are string, bool, int, double");
    }

    [Fact]
    public async Task A_task_is_refused_with_what_to_do_instead() =>
        (
            await Should.ThrowAsync<UnsupportedValueException>(async () => await WireValues.WriteAsync(Task.FromResult(1)))
        ).Message.ShouldContain("Output.Create(task)");

    [Fact]
    public async Task Json_arguments_travel_as_text_unknown_or_secret_as_a_whole()
    {
        var writer = new PropertyWriter(keepResources: true);
        InputMember Json(object? value) => new(new("config", IsJson: true), value);

        (await writer.WriteMemberAsync(Json(new InputList<int> { 1, 2 })))!.StringValue.ShouldBe("[ 1, 2 ]");
        (await writer.WriteMemberAsync(Json(new InputList<string> { "a", Output.Unknown("") })))!.StringValue.ShouldBe(
            WireSignatures.Unknown
        );
        var secret = await writer.WriteMemberAsync(Json(new InputList<string> { Output.CreateSecret("s") }));
        WireValues.Text(secret).ShouldBe($"{{{WireSignatures.Key}:'{WireSignatures.Secret}',value:'[ \"s\" ]'}}");
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var leaf = Gen.OneOf(
            Gen.Elements("", "text", "ünï😀", "__hidden", " ").Select(text => (object?)text),
            Gen.Choose(-1000, 1000).Select(number => (object?)(double)number),
            Gen.Elements(true, false).Select(flag => (object?)flag)
        );
        var tree = Gen.Sized(size => Node(leaf, Math.Min(size, 6)));

        Check.QuickThrowOnFailure(Prop.ForAll(Arb.From(tree), value =>
            {
                var written = WireValues.WriteAsync(value).GetAwaiter().GetResult() ?? Value.ForNull();
                var read = WireValues.Read(Value.Parser.ParseFrom(Google.Protobuf.MessageExtensions.ToByteArray(written)));
                return JsonSerializer.Serialize(Sorted(read.Value)) == JsonSerializer.Serialize(Sorted(value));
            }));
    }

    private static Gen<object?> Node(Gen<object?> leaf, int depth) =>
        depth == 0
            ? leaf
            : Gen.OneOf(
                leaf,
                Node(leaf, depth - 1).ListOf(3).Select(items => (object?)items.ToList()),
                Gen.Elements("a", "b", "c.d", "e[0]")
                    .Zip(Node(leaf, depth - 1))
                    .ListOf(3)
                    .Select(pairs => (object?)pairs.DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => pair.Item2))
            );

    private static object? Sorted(object? value) =>
        value switch
        {
            IDictionary<string, object?> map => map.OrderBy(entry => entry.Key, StringComparer.Ordinal)
                .Select(entry => new object?[] { entry.Key, Sorted(entry.Value) })
                .ToList(),
            System.Collections.IEnumerable list and not string => list.Cast<object?>().Select(Sorted).ToList(),
            _ => value,
        };
}
