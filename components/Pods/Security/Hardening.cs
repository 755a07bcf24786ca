namespace Components.Pods;

/// <summary>What pods are not allowed unless a call site says so, with a reason: see <see cref="OptOut"/>.</summary>
public enum Hardening
{
    /// <summary>Processes run as any user but root.</summary>
    NonRootUser,

    /// <summary>The container's own file system is read-only; what may be written is named.</summary>
    ReadOnlyRootFileSystem,

    /// <summary>No Linux capability is held.</summary>
    NoCapabilities,

    /// <summary>Pods hold no token for the Kubernetes API.</summary>
    NoServiceAccountToken,

    /// <summary>System calls are filtered by the container runtime's profile.</summary>
    Seccomp,

    /// <summary>Files of the node are out of reach.</summary>
    NoHostPaths,
}
