using Components.Platform;
using Components.Tests.Mocks;

namespace Components.Tests.Platform;

public sealed class DomainTests
{
    private const string Record = "aws:route53/record:Record";

    [Fact]
    public async Task An_existing_zone_gets_a_certificate_for_the_name_and_all_under_it()
    {
        var mocks = await AwsMocks.RunAsync(() => _ = new Domain("shop", new() { Name = "example.com", ZoneId = "Z1" }));
        mocks.Names("aws:route53/zone:Zone").ShouldBeEmpty();
        mocks.At("aws:acm/certificate:Certificate", "shop", "subjectAlternativeNames", 0).ShouldBe("*.example.com");
        mocks.At(Record, "shop-validation", "zoneId").ShouldBe("Z1");
        mocks.At(Record, "shop-validation", "name").ShouldBe("_proof.example.com");
    }

    [Fact]
    public async Task A_zone_that_is_made_is_delegated_from_the_one_above()
    {
        var mocks = await AwsMocks.RunAsync(() => _ = new Domain("dev", new() { Name = "dev.example.com", ParentZoneId = "Z-parent" }));
        mocks.At(Record, "dev-delegation", "zoneId").ShouldBe("Z-parent");
        mocks.At(Record, "dev-delegation", "records", 1).ShouldBe("ns2");
        mocks.At(Record, "dev-validation", "zoneId").ShouldBe("Z-made");
    }
}
