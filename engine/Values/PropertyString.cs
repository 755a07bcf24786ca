namespace Engine.Values;

internal sealed record PropertyString(string Value) : PropertyValue;
