namespace Engine.Workspace;

/// <param name="Text">The value as the program gets it.</param>
/// <param name="IsUnreadable">True for a secret whose key is not at hand (previews only); <paramref name="Text"/> then stands for
/// it.</param>
internal sealed record ConfigValue(string Text, bool IsSecret, bool IsUnreadable = false);
