using Engine.Values;

namespace Engine.Planning.Registration;

/// <summary>A resource that the program wants to read and not to manage: a ReadResource call.</summary>
/// <param name="Id">Null while unknown (previews).</param>
internal sealed record ReadGoal(string Type, string Name, string? Id, Urn? Parent, PropertyMap Inputs)
{
    public IReadOnlyList<Urn> Dependencies { get; init; } = [];

    public ProviderReference? Provider { get; init; }

    public string? Version { get; init; }

    public string? PluginDownloadUrl { get; init; }

    public IReadOnlyList<string> AdditionalSecretOutputs { get; init; } = [];
}
