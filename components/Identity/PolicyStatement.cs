namespace Components.Identity;

/// <summary>What an IAM policy allows.</summary>
/// <param name="Actions">The actions, such as <c>s3:GetObject</c>.</param>
/// <param name="Resources">The ARNs that they are allowed on.</param>
public sealed record PolicyStatement(IReadOnlyList<string> Actions, IReadOnlyList<string> Resources);
