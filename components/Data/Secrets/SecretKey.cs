namespace Components.Data;

/// <summary>A key of a Secret.</summary>
/// <param name="Secret">The Secret.</param>
/// <param name="Key">The key.</param>
public sealed record SecretKey(AppSecret Secret, string Key);
