using System.Text.RegularExpressions;
using Components.Values;

namespace Components.Pods;

/// <summary>A protection that a call site gives up by name. The reason ends up on the pods, as an annotation.</summary>
public sealed partial record OptOut
{
    private OptOut(Hardening protection, string reason, string detail = "")
    {
        Protection = protection;
        Detail = detail;
        Reason = Reasons.Check(
            reason,
            $"opting out of {protection}",
            "Say in a sentence why the workload cannot do without; it is shown to who reviews the pods."
        );
    }

    /// <summary>The protection given up.</summary>
    public Hardening Protection { get; }

    /// <summary>Why.</summary>
    public string Reason { get; }

    /// <summary>What precisely, such as a capability's name.</summary>
    public string Detail { get; }

    internal string Annotation => "opt-out.components/" + Words().Replace(Protection.ToString(), "-$1").TrimStart('-').ToLowerInvariant();

    /// <summary>Lets processes run as root in their container.</summary>
    public static OptOut RootUser(string reason) => new(Hardening.NonRootUser, reason);

    /// <summary>Lets processes write anywhere in their container. Naming paths in <c>Writable</c> is better.</summary>
    public static OptOut WritableRootFileSystem(string reason) => new(Hardening.ReadOnlyRootFileSystem, reason);

    /// <summary>Gives a Linux capability, such as <c>NET_BIND_SERVICE</c> (the only one that Pod Security <i>restricted</i> lets
    /// pass).</summary>
    public static OptOut Capability(string name, string reason) => new(Hardening.NoCapabilities, reason, name);

    /// <summary>Mounts a token for the Kubernetes API.</summary>
    public static OptOut ServiceAccountToken(string reason) => new(Hardening.NoServiceAccountToken, reason);

    /// <summary>Lets all system calls pass.</summary>
    public static OptOut UnfilteredSystemCalls(string reason) => new(Hardening.Seccomp, reason);

    /// <summary>Mounts paths of the node. Which, the workload's volumes say.</summary>
    public static OptOut HostPaths(string reason) => new(Hardening.NoHostPaths, reason);

    [GeneratedRegex("([A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
