using Semver;

namespace Engine.Server;

/// <summary>Which Pulumi the embedded engine follows: its protocol, and the state that it reads and writes.</summary>
internal static class PulumiVersion
{
    public static SemVersion Current { get; } = new(3, 250, 0);
}
