namespace Engine.Contract;

/// <param name="Kind">What happens to the property.</param>
/// <param name="InputDiff">True when the old value is that of the old inputs, false when that of the old outputs.</param>
internal readonly record struct PropertyDiff(PropertyDiffKind Kind, bool InputDiff = false);
