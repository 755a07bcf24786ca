using Components.Platform;

namespace Components.Tests.Platform;

public sealed class KubernetesVersionTests
{
    [Fact]
    public void Reads_a_version_that_EKS_offers() => KubernetesVersion.Parse("1.35").ShouldBe(KubernetesVersion.Default);

    [Theory]
    [InlineData("1.35.4", "'1.35.4' is no Kubernetes version. EKS offers 1.32, 1.33, 1.34, 1.35. Write one in quotes, such as \"1.35\".")]
    [InlineData("35", "'35' is no Kubernetes version. EKS offers 1.32, 1.33, 1.34, 1.35. Write one in quotes, such as \"1.35\".")]
    [InlineData("1.19", "'1.19' is not offered. EKS offers 1.32, 1.33, 1.34, 1.35.")]
    public void Refuses_what_EKS_does_not_offer(string text, string message) =>
        Should.Throw<FormatException>(() => KubernetesVersion.Parse(text)).Message.ShouldBe(message);

    [Theory]
    [InlineData("1.35", SupportPolicy.Standard, "2026-11-20", null)]
    [InlineData(
        "1.35",
        SupportPolicy.Standard,
        "2027-02-01",
        "Kubernetes 1.35 leaves standard support on 2027-03-27. Add 1.36 to components/Cluster/SupportCalendar.cs once EKS offers it, "
            + "then upgrade."
    )]
    [InlineData(
        "1.34",
        SupportPolicy.Standard,
        "2026-11-20",
        "Kubernetes 1.34 leaves standard support on 2026-12-02. Upgrade to 1.35, one minor version at a time."
    )]
    [InlineData(
        "1.33",
        SupportPolicy.Standard,
        "2026-11-20",
        "Kubernetes 1.33 left standard support on 2026-07-29: AWS upgrades the cluster by itself. Upgrade to 1.34, one minor version at "
            + "a time."
    )]
    [InlineData(
        "1.33",
        SupportPolicy.Extended,
        "2026-11-20",
        "Kubernetes 1.33 is in extended support, at six times the price, until 2027-07-29. Upgrade to 1.34, one minor version at a time."
    )]
    [InlineData(
        "1.32",
        SupportPolicy.Extended,
        "2027-04-01",
        "Kubernetes 1.32 left extended support on 2027-03-23: AWS upgrades the cluster by itself. Upgrade to 1.33, one minor version at "
            + "a time."
    )]
    public void Says_when_support_ends(string version, SupportPolicy support, string today, string? notice) =>
        SupportCalendar
            .Notice(KubernetesVersion.Parse(version), support, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(notice);
}
