using Engine.Values;

namespace Engine.Planning;

internal sealed record CallResult(
    PropertyMap Return,
    IReadOnlyDictionary<string, IReadOnlyList<Urn>> ReturnDependencies,
    IReadOnlyList<CheckFailure> Failures
);
