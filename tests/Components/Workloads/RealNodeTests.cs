using Components.Data;
using Components.Pods;
using Components.Targets;
using Components.Values;
using Components.Workloads;

namespace Components.Tests.Workloads;

/// <summary>What fake nodes let pass and real ones do not.</summary>
public sealed class RealNodeTests
{
    [Theory]
    [InlineData(101, "288")]
    [InlineData(null, "292")]
    public async Task Files_of_a_Secret_can_be_read_by_the_containers_user(int? user, string mode)
    {
        var declared = await Declared.ByAsync(shop =>
        {
            var keys = new AppSecret("keys", new() { Namespace = shop, Data = { ["key.pem"] = SecretValue.Generated() } });
            _ = new Worker(
                "mail",
                new()
                {
                    Namespace = shop,
                    Image = "mail:1.0.0",
                    Cpu = 50.Millicores(),
                    Memory = 32.MiB(),
                    RunAs = user is { } number ? number : (RunAs?)null,
                    Files = [Files.From(keys, at: "/etc/keys")],
                }
            );
        });

        declared.At("Deployment shop/mail", "spec.template.spec.volumes.0.secret.defaultMode").ShouldBe(mode);
        declared
            .At("Deployment shop/mail", "spec.template.spec.securityContext.fsGroup")
            .ShouldBe(user?.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_disk_that_only_root_could_write_to_is_refused()
    {
        var told = await Should.ThrowAsync<Pulumi.RunException>(() => Declared.ByAsync(shop => Store(shop, null)));

        told.Message.ShouldMatch(
            @"Workloads/RealNodeTests\.cs:\d+  error: shop/store: disk 'data' would belong to root, and the pod runs as another user\n"
                + "  Write RunAs = the number of the image's user: the disk is given to its group."
        );
    }

    [Fact]
    public async Task So_is_a_claim_unless_the_pod_may_be_root()
    {
        static void Exporter(AppNamespace shop, params OptOut[] optOuts)
        {
            var exports = new VolumeClaim("exports", new() { Namespace = shop, Size = 1.GiB() });
            _ = new ScheduledTask(
                "export",
                new()
                {
                    Namespace = shop,
                    Image = "export:1.0.0",
                    Schedule = Schedule.Daily(new(2, 30)),
                    Cpu = 50.Millicores(),
                    Memory = 32.MiB(),
                    Volumes = [exports.At("/exports")],
                    OptOuts = optOuts,
                }
            );
        }

        (await Should.ThrowAsync<Pulumi.RunException>(() => Declared.ByAsync(shop => Exporter(shop)))).Message.ShouldContain(
            "shop/export: disk 'exports' would belong to root"
        );
        (await Declared.ByAsync(shop => Exporter(shop, OptOut.RootUser("the tool writes as root only")))).Names.ShouldContain(
            "CronJob shop/export"
        );
    }

    private static StatefulService Store(AppNamespace shop, RunAs? user) =>
        new(
            "store",
            new()
            {
                Namespace = shop,
                Image = "redis:7.4.1",
                Port = 6379,
                Cpu = 50.Millicores(),
                Memory = 32.MiB(),
                Health = Health.Tcp(),
                RunAs = user,
                Disks = [new("data", 1.GiB(), At: "/data")],
            }
        );
}
