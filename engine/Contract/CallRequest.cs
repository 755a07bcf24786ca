using Engine.Values;

namespace Engine.Contract;

internal sealed record CallRequest(
    string Token,
    PropertyMap Arguments,
    IReadOnlyDictionary<string, IReadOnlyList<Urn>> ArgumentDependencies,
    bool Preview
);
