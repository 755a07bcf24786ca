using Agreement;

namespace Engine.Tests.Agreement;

public sealed class QuantityTests
{
    // Kubernetes' API reference, "Quantity".
    [Theory]
    [InlineData("0", 0)]
    [InlineData("250m", 0.25)]
    [InlineData("1.5", 1.5)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5)]
    [InlineData("+2", 2)]
    [InlineData("-2", -2)]
    [InlineData("1e3", 1000)]
    [InlineData("1E3", 1000)]
    [InlineData("12e-1", 1.2)]
    [InlineData("64Mi", 67108864)]
    [InlineData("64M", 64000000)]
    [InlineData("2k", 2000)]
    [InlineData("2Ki", 2048)]
    [InlineData("0.5Gi", 536870912)]
    [InlineData("1Ti", 1099511627776)]
    [InlineData("100n", 0.0000001)]
    [InlineData("100u", 0.0001)]
    public void An_amount_is_read_as_Kubernetes_reads_it(string text, double amount) => ((double?)Quantity.Parse(text)).ShouldBe(amount);

    [Theory]
    [InlineData("1E", "1000000000000000000")]
    [InlineData("1Ei", "1152921504606846976")]
    [InlineData("8Pi", "9007199254740992")]
    public void Large_amounts_are_exact(string text, string amount) => Quantity.Parse(text).ShouldBe(decimal.Parse(amount));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Mi")]
    [InlineData("1 Gi")]
    [InlineData("1GB")]
    [InlineData("1K")]
    [InlineData("1e3Mi")]
    [InlineData("1e")]
    [InlineData("1m\n")]
    [InlineData("1,5")]
    [InlineData("NaN")]
    [InlineData("99999999999999999999999999999Ei")]
    public void What_is_no_amount_is_none(string? text) => Quantity.Parse(text).ShouldBeNull();
}
