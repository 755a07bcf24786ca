using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What a run knows about its stack, from the environment or a test.</summary>
internal sealed record StackSettings(
    string Project,
    string Stack,
    string Organization,
    string? RootDirectory,
    bool IsDryRun,
    ImmutableDictionary<string, string> Config,
    ImmutableHashSet<string> SecretKeys
);
