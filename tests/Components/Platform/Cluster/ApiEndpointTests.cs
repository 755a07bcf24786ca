using Components.Platform;
using Components.Values;

namespace Components.Tests.Platform;

public sealed class ApiEndpointTests
{
    [Fact]
    public void Is_public_only_from_listed_ranges()
    {
        ApiEndpoint.Private.IsPublic.ShouldBeFalse();
        ApiEndpoint.PublicFrom(Ipv4Cidr.Parse("203.0.113.0/24")).IsPublic.ShouldBeTrue();
    }

    [Fact]
    public void Refuses_the_whole_internet() =>
        Should
            .Throw<FormatException>(() => ApiEndpoint.PublicFrom(Ipv4Cidr.Parse("0.0.0.0/0")))
            .Message.ShouldBe(
                "0.0.0.0/0 opens the Kubernetes API to the whole internet. List the ranges of your offices and runners, or write "
                    + "endpoint: private."
            );

    [Fact]
    public void Refuses_an_empty_list() =>
        Should
            .Throw<FormatException>(() => ApiEndpoint.PublicFrom())
            .Message.ShouldBe(
                "publicFrom lists no range. List those that may connect, such as [203.0.113.0/24], or write endpoint: private."
            );
}
