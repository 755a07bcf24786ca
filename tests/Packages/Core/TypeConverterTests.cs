using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Serialization;

namespace Packages.Tests.Core;

public sealed class TypeConverterTests
{
    [OutputType]
    private sealed class Meta
    {
        public readonly string Name;
        public readonly ImmutableArray<string> Finalizers;
        public readonly int? Generation;
        public readonly Union<int, string> Port;

        [OutputConstructor]
        private Meta(
            string name,
            ImmutableArray<string> finalizers,
            int? generation,
            [OutputConstructorParameter("$port")] Union<int, string> port
        ) => (Name, Finalizers, Generation, Port) = (name, finalizers, generation, port);
    }

    [EnumType]
    private readonly struct Colour
    {
        private readonly string _value;

        private Colour(string value) => _value = value;

        public static Colour Red { get; } = new("red");

        public static explicit operator string(Colour value) => value._value;
    }

    private static object? Convert<T>(object? value)
    {
        var (converted, mismatch) = TypeConverter.For(typeof(T)).Convert(value);
        mismatch.ShouldBeNull();
        return converted;
    }

    private static ImmutableDictionary<string, object?> Map(params (string Key, object? Value)[] members) =>
        members.ToImmutableDictionary(m => m.Key, m => m.Value);

    [Fact]
    public void Numbers_become_what_the_type_says()
    {
        Convert<int>(3.0).ShouldBe(3);
        Convert<double>(3.0).ShouldBe(3.0);
        Convert<int?>(null).ShouldBeNull();
        Convert<int>(null).ShouldBe(0);
        Convert<DayOfWeek>(2.0).ShouldBe(DayOfWeek.Tuesday);
    }

    [Fact]
    public void Output_types_are_made_by_wire_name()
    {
        var meta = Convert<Meta>(Map(("name", "n"), ("finalizers", ImmutableArray.Create<object?>("f")), ("$port", "http")))
            .ShouldBeOfType<Meta>();

        (meta.Name, meta.Finalizers.Single(), meta.Generation, meta.Port.AsT1).ShouldBe(("n", "f", null, "http"));
    }

    [Fact]
    public void What_is_missing_is_the_default() => Convert<Meta>(Map()).ShouldBeOfType<Meta>().Finalizers.IsDefault.ShouldBeTrue();

    [Fact]
    public void Enumerations_over_text_compare_with_their_members() => Convert<Colour>("red").ShouldBe(Colour.Red);

    [Fact]
    public void Json_is_given_as_it_is() =>
        Convert<JsonElement>(Map(("a", 1.0))).ShouldBeOfType<JsonElement>().GetProperty("a").GetDouble().ShouldBe(1.0);

    [Fact]
    public void A_mismatch_names_the_path_and_never_the_value()
    {
        var (_, mismatch) = TypeConverter
            .For(typeof(ImmutableArray<Meta>))
            .Convert(ImmutableArray.Create<object?>(Map(("name", "n"), ("generation", "hunter2"))));

        mismatch!.ToString().ShouldBe("[0].generation should be a whole number, and is text");
    }

    [Fact]
    public void A_union_takes_the_type_that_fits()
    {
        Convert<Union<int, string>>(80.0).ShouldBe(Union<int, string>.FromT0(80));
        Convert<Union<int, string>>("http").ShouldBe(Union<int, string>.FromT1("http"));
        TypeConverter.For(typeof(Union<int, string>)).Convert(true).Mismatch!.Expected.ShouldBe("a whole number or text");
    }
}
