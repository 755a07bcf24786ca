namespace Engine.Schemas;

/// <param name="Constant">The one text that is allowed, or null.</param>
/// <param name="HasDefault">True when the provider fills it in.</param>
/// <param name="IsSecret">True when its value is always secret.</param>
/// <param name="ReplaceOnChanges">True when a change makes a new object.</param>
internal sealed record SchemaProperty(SchemaType Type, string? Constant, bool HasDefault, bool IsSecret, bool ReplaceOnChanges);
