using Components.Values;

namespace Components.Tests.Values;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("250m", 250, "250m")]
    [InlineData("0.25", 250, "250m")]
    [InlineData("2", 2000, "2")]
    [InlineData("1500m", 1500, "1500m")]
    [InlineData("1000m", 1000, "1")]
    public void Cpu_reads_and_writes_the_notation_of_Kubernetes(string text, int millicores, string written)
    {
        Cpu.Parse(text).Millicores.ShouldBe(millicores);
        Cpu.Parse(text).ToString().ShouldBe(written);
    }

    [Theory]
    [InlineData("256Mi", 256L << 20, "256Mi")]
    [InlineData("1Gi", 1L << 30, "1Gi")]
    [InlineData("1024Mi", 1L << 30, "1Gi")]
    [InlineData("0.5Gi", 512L << 20, "512Mi")]
    [InlineData("500M", 500_000_000L, "500000000")]
    public void Memory_reads_and_writes_the_notation_of_Kubernetes(string text, long bytes, string written)
    {
        Memory.Parse(text).Bytes.ShouldBe(bytes);
        Memory.Parse(text).ToString().ShouldBe(written);
    }

    [Fact]
    public void A_request_alone_sets_no_limit_of_cpu_but_one_of_memory()
    {
        CpuRange cpu = 250.Millicores();
        MemoryRange memory = 256.MiB();

        cpu.Limit.ShouldBeNull();
        memory.Limit.ShouldBe(256.MiB());
    }

    [Fact]
    public void A_limit_below_its_request_is_refused_with_both()
    {
        Should
            .Throw<FormatException>(() => 500.Millicores().UpTo(250.Millicores()))
            .Message.ShouldStartWith("CPU limit 250m is below the request 500m.");
        Should
            .Throw<FormatException>(() => 512.MiB().UpTo(256.MiB()))
            .Message.ShouldStartWith("memory limit 256Mi is below the request 512Mi.");
    }
}
