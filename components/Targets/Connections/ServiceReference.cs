using Components.Values;

namespace Components.Targets;

/// <summary>A service of the program, by name.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Name">The name.</param>
public sealed record ServiceReference(string Namespace, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Namespace}/{Name}";

    /// <summary>Where a port of the service answers, for callers in any namespace.</summary>
    public string Url(Port port) => $"http://{Name}.{Namespace}.svc:{port}";
}
