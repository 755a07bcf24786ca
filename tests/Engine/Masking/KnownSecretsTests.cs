using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engine.Masking;
using Engine.Values;

namespace Engine.Tests.Masking;

/// <summary>What the gate lets through, and what not.</summary>
public sealed class KnownSecretsTests
{
    private const string Hard = "pä\"ss\\wörd <&> 'x'\tü+/%";

    private readonly KnownSecrets _secrets = new();

    public static TheoryData<string, Func<string, string>> Forms =>
        new()
        {
            { "as it is", text => text },
            { "JSON", text => JsonSerializer.Serialize(text) },
            { "JSON with little escaped", text => JsonValues.Text(text, null) },
            { "JSON of Go", text => JsonValues.Text(text, null).Replace("<", "\\u003c").Replace("&", "\\u0026").Replace(">", "\\u003e") },
            {
                "JSON of Python",
                text => JsonValues.Text(text, null).Replace("ä", "\\u00e4").Replace("ö", "\\u00f6").Replace("ü", "\\u00fc")
            },
            { "JSON in JSON", text => JsonValues.Text(JsonValues.Text(PropertyMap.Of(("a", text)), null), null) },
            { "URL", Uri.EscapeDataString },
            { "form", text => WebUtility.UrlEncode(text) },
            { "URL in lower case", text => WebUtility.UrlEncode(text).ToLowerInvariant().Replace("c3%a4", "C3%A4").ToLowerInvariant() },
            { "HTML", text => WebUtility.HtmlEncode(text) },
            { "YAML in single quotes", text => "'" + text.Replace("'", "''") + "'" },
            { "base64", text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) },
            {
                "base64 for URLs",
                text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).Replace('+', '-').Replace('/', '_').Trim('=')
            },
            { "hexadecimal", text => Convert.ToHexString(Encoding.UTF8.GetBytes(text)) },
        };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_secret_is_masked_in_every_form(string form, Func<string, string> encode)
    {
        _secrets.Learn(Hard);

        var masked = _secrets.Mask($"before {encode(Hard)} behind");

        masked.ShouldStartWith("before ", customMessage: form);
        masked.ShouldContain("[secret]", customMessage: form);
        masked.ShouldEndWith(" behind", customMessage: form);
        masked.ShouldNotContain("ss", customMessage: form);
    }

    [Theory]
    [InlineData("")]
    [InlineData("u:")]
    [InlineData("us:")]
    [InlineData("use:")]
    public void A_secret_is_masked_within_a_longer_encoded_text(string before)
    {
        _secrets.Learn("correct-horse");
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(before + "correct-horse, and more"));

        var masked = _secrets.Mask(encoded);

        masked.ShouldContain("[secret]");
        masked.Replace("[secret]", "").Length.ShouldBeLessThanOrEqualTo(encoded.Length - 16);
    }

    [Fact]
    public void What_a_Kubernetes_Secret_holds_is_masked_decoded_too()
    {
        _secrets.Learn(new PropertySecret(PropertyMap.Of(("password", Convert.ToBase64String("hunter2"u8)))));

        _secrets.Mask("invalid: aHVudGVyMg== (hunter2)").ShouldBe("invalid: [secret] ([secret])");
    }

    [Fact]
    public void Lines_of_a_secret_are_masked_one_by_one_but_not_those_that_any_file_has()
    {
        _secrets.Learn("kind: Config\nusers:\ntoken: 0123456789abcdef\nline\"1\r\n");

        _secrets.Mask("kind: ConfigMap").ShouldBe("kind: ConfigMap");
        _secrets.Mask("  token: 0123456789abcdef").ShouldBe("  [secret]");
        _secrets.Mask("> line\"1").ShouldBe("> [secret]");
        _secrets.Mask("> line\\\"1").ShouldBe("> [secret]");
    }

    [Theory]
    [InlineData("8012345", "at 8012345 now")]
    [InlineData("8012345", "at 8.012345e+06 now")]
    [InlineData("100000000", "at 1e+08 now")]
    [InlineData("0012345", "at 12345 now")]
    public void A_number_is_masked_as_engines_print_it(string secret, string text)
    {
        _secrets.Learn(secret);

        _secrets.Mask(text).ShouldBe("at [secret] now");
    }

    [Fact]
    public void Only_what_is_marked_in_a_value_is_learned()
    {
        var output = new PropertyOutput(PropertyMap.Of(("d", "output-secret")), IsSecret: true, []);
        _secrets.Learn(
            PropertyMap.Of(
                ("a", "public-text"),
                ("b", new PropertySecret(new PropertyArray([PropertyMap.Of(("c", "deep-secret")), 90210.0]))),
                ("o", output)
            )
        );

        _secrets.Mask("public-text deep-secret output-secret 90210").ShouldBe("public-text [secret] [secret] [secret]");
    }

    [Fact]
    public void Parts_of_a_secret_of_JSON_are_masked()
    {
        _secrets.Learn("""{"auths":{"r.example":{"password":"s3cr3t-of-registry","n":1}}}""");

        _secrets.Mask("denied: s3cr3t-of-registry at r.example").ShouldBe("denied: [secret] at r.example");
    }

    [Theory]
    [InlineData("pin")]
    [InlineData("true")]
    [InlineData("")]
    public void What_is_too_short_is_not_masked_and_known_to_be(string secret)
    {
        _secrets.Learn(secret);

        KnownSecrets.IsTooShort(secret).ShouldBeTrue();
        _secrets.Mask("pin is true").ShouldBe("pin is true");
        KnownSecrets.IsTooShort("pins").ShouldBeFalse();
    }

    [Fact]
    public void The_longest_is_masked_and_overlapping_ones_as_one()
    {
        _secrets.Learn("abcd");
        _secrets.Learn("abcdefgh");
        _secrets.Learn("ghijklmn");

        _secrets.Mask("xabcdefghx abcdx").ShouldBe("x[secret]x [secret]x");
        _secrets.Mask("abcdefghijklmn.").ShouldBe("[secret].");
    }

    [Fact]
    public void A_secret_that_was_cut_is_masked_up_to_the_cut()
    {
        _secrets.Learn("a-very-long-secret-indeed");

        _secrets.Mask("url a-very-lo… and").ShouldBe("url [secret]… and");
    }

    [Fact]
    public void What_is_masked_stays_as_it_is()
    {
        _secrets.Learn("secret");

        var once = _secrets.Mask("the secret word");

        once.ShouldBe("the [secret] word");
        _secrets.Mask(once).ShouldBe(once);
    }

    [Fact]
    public void Json_stays_json_whatever_the_secrets_are()
    {
        foreach (var secret in (string[])["\":{\"", "1700000000", "\\u0022x", "message", "urn:pulumi", "quo\"te"])
        {
            _secrets.Learn(secret);
        }

        var document = new JsonObject
        {
            ["timestamp"] = 17000000001,
            ["port"] = 1700000000,
            ["message"] = new JsonArray("a quo\"te", "{\"x\":{\"y\":1}}"),
            ["urn"] = "urn:pulumi:dev::p::t:i:T::message",
            ["said"] = "of urn:pulumi:dev::p::t:i:T::message",
        };

        var masked = _secrets.MaskJson(document.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));

        var read = JsonNode.Parse(masked)!;
        read["timestamp"]!.GetValue<long>().ShouldBe(17000000001);
        read["port"]!.GetValue<string>().ShouldBe("[secret]");
        read["[secret]"]!.AsArray().Select(item => item!.GetValue<string>()).ShouldBe(["a [secret]", "{\"x[secret]y\":1}}"]);
        read["urn"]!.GetValue<string>().ShouldBe("urn:pulumi:dev::p::t:i:T::message");
        read["said"]!.GetValue<string>().ShouldBe("of [secret]:dev::p::t:i:T::[secret]");
    }

    [Fact]
    public async Task Secrets_are_learned_while_texts_are_masked()
    {
        var learning = Task.Run(() => Enumerable.Range(0, 2000).ToList().ForEach(i => _secrets.Learn($"secret-number-{i:0000}")));
        while (!learning.IsCompleted)
        {
            _secrets.Mask("secret-number-0000 and secret-number-1999").ShouldContain(" and ");
        }

        await learning;
        _secrets.Mask("secret-number-0000 and secret-number-1999").ShouldBe("[secret] and [secret]");
    }
}
