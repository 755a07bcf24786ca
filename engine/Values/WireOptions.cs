namespace Engine.Values;

/// <summary>What the receiver of a message understands. What it does not is written in a plainer form.</summary>
/// <param name="Secrets">Else the plain value.</param>
/// <param name="References">Else the resource's id, or the URN of a component.</param>
/// <param name="Outputs">Else the value, secret or unknown.</param>
internal readonly record struct WireOptions(bool Secrets, bool References, bool Outputs = false);
