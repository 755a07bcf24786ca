using Pulumi;

namespace Components.Identity;

/// <summary>A right to use something in AWS, as given to a workload: <c>Uses = [bucket.ReadWrite()]</c>.</summary>
/// <param name="Actions">The actions, such as <c>s3:GetObject</c>.</param>
/// <param name="Resources">The ARNs that they are allowed on.</param>
/// <param name="Condition">When it is allowed: key and value by operator; null for always.</param>
public sealed record Grant(
    IReadOnlyList<string> Actions,
    IReadOnlyList<Input<string>> Resources,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? Condition = null
)
{
    /// <summary>The policy document that allows all of the grants.</summary>
    public static Output<string> Document(IEnumerable<Grant> grants) =>
        Output
            .All(
                grants.Select(grant => Output.All(grant.Resources).Apply(arns => new PolicyStatement(grant.Actions, arns, grant.Condition)))
            )
            .Apply(statements => PolicyDocument.Allow(statements));
}
