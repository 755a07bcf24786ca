namespace Components.Policies;

/// <summary>A resource that breaks a rule.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Path">The property, such as <c>spec.containers[0].image</c>.</param>
/// <param name="Given">What is there, in words, such as <c>is 'nginx:latest'</c>. Never a secret.</param>
public sealed record Violation(RegisteredResource Resource, string Path, string Given);
