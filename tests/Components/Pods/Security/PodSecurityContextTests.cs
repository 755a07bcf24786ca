using Components.Pods;
using Components.Tests.Workloads;
using Components.Values;
using Components.Workloads;

namespace Components.Tests.Pods;

/// <summary>Each protection of a pod is given up by itself: the others stay.</summary>
public sealed class PodSecurityContextTests
{
    public static TheoryData<OptOut[], string, string> OptOuts =>
        new()
        {
            { [], "true", "RuntimeDefault" },
            { [OptOut.RootUser("the image starts as root")], "false", "RuntimeDefault" },
            { [OptOut.UnfilteredSystemCalls("traces other processes")], "true", "Unconfined" },
            { [OptOut.WritableRootFileSystem("writes its log beside itself")], "true", "RuntimeDefault" },
        };

    [Theory]
    [MemberData(nameof(OptOuts))]
    public async Task What_is_not_given_up_stays(OptOut[] optOuts, string nonRoot, string seccomp)
    {
        var declared = await Declared.ByAsync(shop =>
            _ = new WebService(
                "orders",
                new()
                {
                    Namespace = shop,
                    Image = "orders:1.0.0",
                    Port = 8080,
                    Cpu = 100.Millicores(),
                    Memory = 64.MiB(),
                    Health = Health.Http(readiness: "/readyz"),
                    OptOuts = optOuts,
                }
            )
        );

        declared.At("Deployment shop/orders", "spec.template.spec.securityContext.runAsNonRoot").ShouldBe(nonRoot);
        declared.At("Deployment shop/orders", "spec.template.spec.securityContext.seccompProfile.type").ShouldBe(seccomp);
    }
}
