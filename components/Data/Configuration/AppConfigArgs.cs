using Components.Targets;
using Pulumi;

namespace Components.Data;

/// <summary>What an <see cref="AppConfig"/> holds.</summary>
public sealed class AppConfigArgs
{
    /// <summary>Where it is.</summary>
    public required AppNamespace Namespace { get; init; }

    /// <summary>The values by key; a key may be the name of a file.</summary>
    public IDictionary<string, Input<string>> Data { get; init; } = new Dictionary<string, Input<string>>();
}
