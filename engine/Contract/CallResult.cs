using Engine.Values;

namespace Engine.Contract;

internal sealed record CallResult(
    PropertyMap Return,
    IReadOnlyDictionary<string, IReadOnlyList<Urn>> ReturnDependencies,
    IReadOnlyList<CheckFailure> Failures
);
