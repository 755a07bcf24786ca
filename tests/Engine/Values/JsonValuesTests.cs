using Engine.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Engine.Tests.Values;

public sealed class JsonValuesTests
{
    private static readonly ReversingCrypter Crypter = new();

    [Fact]
    public void What_is_written_is_read_again() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(PropertyValues.Stored(), value =>
            {
                JsonValues.Parse(JsonValues.Text(value, Crypter), Crypter).ShouldBe(value);
                JsonValues.Parse(JsonValues.Text(value, null), null).ShouldBe(value);
            }));

    [Fact]
    public void Secrets_are_in_the_text_only_in_encrypted_form()
    {
        var value = PropertyMap.Of(
            ("data", new PropertySecret(PropertyMap.Of(("pass", "hunter2"), ("nested", new PropertySecret("inner")))))
        );
        var text = JsonValues.Text(value, Crypter);
        text.ShouldNotContain("hunter2");
        text.ShouldNotContain("inner");
        text.ShouldStartWith("{\"data\":{\"4dabf18193072939515e22adb298388d\":\"1b47061264138c4ac30d75fd1eb44270\",\"ciphertext\":\"v1:");
        value.ToString().ShouldBe("{data: [secret]}");
    }

    [Fact]
    public void A_secret_whose_key_is_missing_is_carried_along_and_equals_any()
    {
        var text = JsonValues.Text(new PropertySecret("hunter2"), Crypter);
        var unread = JsonValues.Parse(text, crypter: null).ShouldBeOfType<PropertySecret>();
        unread.IsUnreadable.ShouldBeTrue();
        unread.ShouldBe(new PropertySecret("anything"));
        JsonValues.Text(unread, Crypter).ShouldBe(text);
        StructuralDiff.Of(PropertyMap.Of(("a", unread)), PropertyMap.Of(("a", new PropertySecret("other")))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(double.NaN, "7ff8000000000001")]
    [InlineData(double.PositiveInfinity, "7ff0000000000000")]
    public void Numbers_that_json_lacks_are_kept_by_their_bits(double number, string bits)
    {
        var text = $"{{\"4dabf18193072939515e22adb298388d\":\"8ad145fe-0d11-4827-bfd7-1abcbf086f5c\",\"value\":\"{bits}\"}}";
        var read = JsonValues.Parse(text, null).ShouldBeOfType<PropertyNumber>();
        read.Value.ShouldBe(number);
        JsonValues.Parse(JsonValues.Text(read, null), null).ShouldBe(read);
    }

    [Fact]
    public void An_unknown_signature_is_refused() =>
        Should
            .Throw<FormatException>(() => JsonValues.Parse("{\"4dabf18193072939515e22adb298388d\":\"0000\"}", null))
            .Message.ShouldContain("0000");
}
