namespace Engine.Values;

/// <summary>A value that a walk has come to.</summary>
/// <param name="Value">The value as it stands there, with its wrapper.</param>
/// <param name="Place">Null for the value that the walk began with.</param>
/// <param name="IsSecret">True when the value, or anything that it is in, is secret.</param>
internal readonly record struct PropertyVisit(PropertyValue Value, PropertyPlace? Place, bool IsSecret);
