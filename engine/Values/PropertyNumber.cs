namespace Engine.Values;

/// <summary>A number; integers are doubles too, as on the wire.</summary>
internal sealed record PropertyNumber(double Value) : PropertyValue;
