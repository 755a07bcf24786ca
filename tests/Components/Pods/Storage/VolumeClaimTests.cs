using Components.Pods;
using Components.Tests.Mocks;
using Components.Tests.Workloads;
using Components.Values;

namespace Components.Tests.Pods;

public sealed class VolumeClaimTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_disk_stays_when_the_claim_goes_only_where_that_is_said(bool retain)
    {
        var options = new ObservedOptions();
        await Declared.ByAsync(shop =>
            _ = new VolumeClaim(
                "exports",
                new()
                {
                    Namespace = shop,
                    Size = 1.GiB(),
                    Retain = retain,
                },
                options.ForComponent
            )
        );

        (options["PersistentVolumeClaim shop/exports"].RetainOnDelete ?? false).ShouldBe(retain);
    }

    [Fact]
    public async Task A_claim_asks_for_its_size_access_and_class()
    {
        var declared = await Declared.ByAsync(shop =>
        {
            _ = new VolumeClaim("one", new() { Namespace = shop, Size = 1.GiB() });
            _ = new VolumeClaim(
                "all",
                new()
                {
                    Namespace = shop,
                    Size = 5.GiB(),
                    Access = VolumeAccess.AllNodes,
                    StorageClass = "efs",
                }
            );
        });

        declared.At("PersistentVolumeClaim shop/one", "spec.resources.requests.storage").ShouldBe("1Gi");
        declared.At("PersistentVolumeClaim shop/one", "spec.accessModes.0").ShouldBe("ReadWriteOnce");
        declared.At("PersistentVolumeClaim shop/one", "spec.storageClassName").ShouldBeNull("the cluster's own is taken");
        declared.At("PersistentVolumeClaim shop/all", "spec.resources.requests.storage").ShouldBe("5Gi");
        declared.At("PersistentVolumeClaim shop/all", "spec.accessModes.0").ShouldBe("ReadWriteMany");
        declared.At("PersistentVolumeClaim shop/all", "spec.storageClassName").ShouldBe("efs");
    }
}
