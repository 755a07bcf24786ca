using Components.Values;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Components.Pods;

/// <summary>Renders what Pod Security <i>restricted</i> asks of pods, less what a call site opted out of.</summary>
internal static class SecurityContexts
{
    private const string UnprivilegedPorts = "net.ipv4.ip_unprivileged_port_start";

    public static PodSecurityContextArgs ForPod(RunAs? runAs, IReadOnlyList<OptOut> optOuts, IEnumerable<Port> ports)
    {
        var context = new PodSecurityContextArgs
        {
            RunAsNonRoot = !Has(optOuts, Hardening.NonRootUser),
            SeccompProfile = new SeccompProfileArgs { Type = Has(optOuts, Hardening.Seccomp) ? "Unconfined" : "RuntimeDefault" },
        };
        if (runAs is not null)
        {
            context.RunAsUser = runAs.UserId;
            context.RunAsGroup = runAs.GroupId;
            context.FsGroup = runAs.GroupId;
            context.FsGroupChangePolicy = "OnRootMismatch";
        }

        // The safe way for others than root to listen below 1024; newer container runtimes do so by themselves.
        if (ports.Any(port => port.IsPrivileged))
        {
            context.Sysctls.Add(new SysctlArgs { Name = UnprivilegedPorts, Value = "0" });
        }

        return context;
    }

    public static SecurityContextArgs ForContainer(IReadOnlyList<OptOut> optOuts)
    {
        var capabilities = new CapabilitiesArgs { Drop = { "ALL" } };
        foreach (var optOut in optOuts.Where(optOut => optOut.Protection == Hardening.NoCapabilities))
        {
            capabilities.Add.Add(optOut.Detail);
        }

        return new SecurityContextArgs
        {
            AllowPrivilegeEscalation = false,
            ReadOnlyRootFilesystem = !Has(optOuts, Hardening.ReadOnlyRootFileSystem),
            Capabilities = capabilities,
        };
    }

    public static IEnumerable<(string Key, string Reasons)> Annotations(IReadOnlyList<OptOut> optOuts) =>
        optOuts
            .GroupBy(optOut => optOut.Annotation)
            .Select(kind =>
                (
                    kind.Key,
                    string.Join(
                        "; ",
                        kind.Select(optOut => optOut.Detail.Length == 0 ? optOut.Reason : $"{optOut.Detail}: {optOut.Reason}")
                    )
                )
            );

    public static bool Has(IReadOnlyList<OptOut> optOuts, Hardening protection) => optOuts.Any(optOut => optOut.Protection == protection);
}
