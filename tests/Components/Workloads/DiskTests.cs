using Components.Pods;
using Components.Rollouts;
using Components.Targets;
using Components.Values;
using Components.Workloads;

namespace Components.Tests.Workloads;

/// <summary>Deployments whose pods mount a disk.</summary>
public sealed class DiskTests
{
    [Fact]
    public async Task Two_pods_are_too_many_for_a_disk_of_one_node()
    {
        var told = await Should.ThrowAsync<Pulumi.RunException>(() => DeclareAsync(new(2)));
        told.Message.ShouldContain("shop/orders: 2 pods cannot share a disk of one node");
    }

    [Fact]
    public async Task An_autoscaler_may_not_make_more_pods_than_the_disk_bears()
    {
        var told = await Should.ThrowAsync<Pulumi.RunException>(() => DeclareAsync(new(1, 4, 70.Percent())));
        told.Message.ShouldContain("shop/orders: 4 pods cannot share a disk of one node");
    }

    [Fact]
    public async Task Scratch_space_beside_the_disk_changes_nothing()
    {
        var declared = await DeclareAsync(new(1), VolumeAccess.OneNode, Volume.EmptyDir("scratch", limit: 64.MiB()).At("/scratch"));
        declared.At("Deployment shop/orders", "spec.strategy.type").ShouldBe("Recreate");
    }

    [Fact]
    public async Task A_disk_of_all_nodes_is_shared_by_any_number_of_pods_and_rolled_over()
    {
        var declared = await DeclareAsync(new(3), VolumeAccess.AllNodes);
        declared.At("Deployment shop/orders", "spec.strategy.type").ShouldBe("RollingUpdate");
        declared.At("Deployment shop/orders", "spec.replicas").ShouldBe("3");
    }

    private static Task<Declared> DeclareAsync(
        Replicas replicas,
        VolumeAccess access = VolumeAccess.OneNode,
        params IReadOnlyList<VolumeMount> more
    ) =>
        Declared.ByAsync(shop =>
        {
            var disk = new VolumeClaim("disk", Claim(shop, access));
            _ = new WebService(
                "orders",
                new()
                {
                    Namespace = shop,
                    Image = "orders",
                    Release = Release.Of("1.0.0") with { Replicas = replicas },
                    Port = 8080,
                    Cpu = 100.Millicores(),
                    Memory = 64.MiB(),
                    Health = Health.Tcp(),
                    RunAs = 1000,
                    Volumes = [disk.At("/data"), .. more],
                }
            );
        });

    private static VolumeClaimArgs Claim(AppNamespace shop, VolumeAccess access) =>
        new()
        {
            Namespace = shop,
            Size = 1.GiB(),
            Access = access,
            StorageClass = access == VolumeAccess.AllNodes ? "efs" : null,
        };
}
