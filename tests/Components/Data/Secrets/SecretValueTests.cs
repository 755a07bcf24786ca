using Components.Data;
using Components.Tests.Mocks;
using Components.Tests.Workloads;
using Pulumi;

namespace Components.Tests.Data;

public sealed class SecretValueTests
{
    [Theory]
    [InlineData(12, false)]
    [InlineData(40, true)]
    public async Task A_generated_value_is_as_long_and_of_the_characters_that_are_asked_for(int length, bool symbols)
    {
        var options = new ObservedOptions();
        AppSecret? secret = null;
        var declared = await Declared.ByAsync(shop =>
            secret = new AppSecret(
                "login",
                new() { Namespace = shop, Data = { ["password"] = SecretValue.Generated(length, symbols) } },
                options.ForComponent
            )
        );

        declared.At("RandomPassword shop/login-password", "length").ShouldBe($"{length}");
        declared.At("RandomPassword shop/login-password", "special").ShouldBe(symbols ? "true" : "false");
        options["RandomPassword shop/login-password"].Parent.ShouldBe(secret);
    }

    [Fact]
    public async Task A_generated_value_has_32_letters_and_digits_unless_told_otherwise()
    {
        var declared = await Declared.ByAsync(shop =>
            _ = new AppSecret("login", new() { Namespace = shop, Data = { ["password"] = SecretValue.Generated() } })
        );

        declared.At("RandomPassword shop/login-password", "length").ShouldBe("32");
        declared.At("RandomPassword shop/login-password", "special").ShouldBe("false");
    }

    [Fact]
    public async Task What_something_else_gives_is_secret_from_then_on()
    {
        var isSecret = false;
        await Declared.ByAsync(shop =>
        {
            SecretValue value = Output.Create("in clear");
            isSecret = Output.IsSecretAsync(value.Make("any", shop)).GetAwaiter().GetResult();
        });

        isSecret.ShouldBeTrue();
    }
}
