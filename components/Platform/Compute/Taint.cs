namespace Components.Platform;

/// <summary>Keeps pods that do not tolerate it off a node.</summary>
/// <param name="Key">The key, such as <c>dedicated</c>.</param>
/// <param name="Value">The value, such as <c>batch</c>; may be empty.</param>
/// <param name="Effect">What it does.</param>
public sealed record Taint(string Key, string Value, TaintEffect Effect);
