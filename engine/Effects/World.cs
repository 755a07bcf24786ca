namespace Engine.Effects;

/// <summary>The objects of the stack before the update and after it.</summary>
/// <param name="Before">What there is now.</param>
/// <param name="After">What there will be.</param>
internal sealed record World(ObjectSet Before, ObjectSet After);
