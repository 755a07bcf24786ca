namespace Components.Identity;

/// <summary>What an IAM policy allows.</summary>
/// <param name="Actions">The actions, such as <c>s3:GetObject</c>.</param>
/// <param name="Resources">The ARNs that they are allowed on.</param>
/// <param name="Condition">When it is allowed: key and value by operator, such as <c>StringEquals</c>; null for always.</param>
public sealed record PolicyStatement(
    IReadOnlyList<string> Actions,
    IReadOnlyList<string> Resources,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? Condition = null
);
