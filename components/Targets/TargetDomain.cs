using Pulumi;

namespace Components.Targets;

/// <summary>The domain under which a target's routes have their hosts.</summary>
/// <param name="Name">The name, such as <c>dev.example.com</c>.</param>
/// <param name="Certificate">The ARN of an ACM certificate for all names right under it.</param>
public sealed record TargetDomain(string Name, Input<string> Certificate);
