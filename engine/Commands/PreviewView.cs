namespace Engine.Commands;

/// <summary>How a preview is shown.</summary>
/// <param name="Json">As JSON, in Pulumi's form.</param>
/// <param name="Diff">With all properties, and changed texts line by line.</param>
/// <param name="IsSkipped">Not at all, unless it fails.</param>
internal sealed record PreviewView(bool Json, bool Diff, bool IsSkipped);
