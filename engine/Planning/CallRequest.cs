using Engine.Values;

namespace Engine.Planning;

internal sealed record CallRequest(
    string Token,
    PropertyMap Arguments,
    IReadOnlyDictionary<string, IReadOnlyList<Urn>> ArgumentDependencies,
    bool Preview
);
