using Engine.Values;

namespace Engine.Contract;

/// <param name="Return">Null when the result is not known yet (previews only).</param>
internal sealed record InvokeResult(PropertyMap? Return, IReadOnlyList<CheckFailure> Failures);
