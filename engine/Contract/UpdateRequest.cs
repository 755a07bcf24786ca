using Engine.Values;

namespace Engine.Contract;

/// <param name="News">Checked inputs.</param>
internal sealed record UpdateRequest(
    Urn Urn,
    string Id,
    PropertyMap OldInputs,
    PropertyMap OldOutputs,
    PropertyMap News,
    IReadOnlyList<string> IgnoreChanges,
    TimeSpan? Timeout,
    bool Preview
);
