using Engine.Values;

namespace Engine.Contract;

/// <param name="Inputs">The inputs with defaults and generated names filled in.</param>
/// <param name="Failures">All that is wrong with them.</param>
internal sealed record CheckResult(PropertyMap Inputs, IReadOnlyList<CheckFailure> Failures);
