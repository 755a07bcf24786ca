using Pulumi;

namespace Components.Settings;

/// <summary>Settings as the engine that runs the program gives them.</summary>
public sealed class PulumiConfigSource : ISettingsSource
{
    /// <inheritdoc/>
    public string? Get(string space, string name) => new Config(space).Get(name);

    /// <inheritdoc/>
    public Output<string>? GetSecret(string space, string name) => new Config(space).GetSecret(name);
}
