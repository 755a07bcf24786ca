namespace Components.Identity;

/// <summary>A world of AWS regions that shares accounts and ARNs; what is named in one means nothing in another.</summary>
/// <param name="Name">What stands second in ARNs, such as <c>aws</c>.</param>
/// <param name="Domain">The domain of its services' addresses, such as that of image registries.</param>
public sealed record AwsPartition(string Name, string Domain)
{
    /// <summary>The partition of a region: China, GovCloud and the European Sovereign Cloud have their own.</summary>
    public static AwsPartition Of(string region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return region.Split('-') switch
        {
            ["cn", ..] => new("aws-cn", "amazonaws.com.cn"),
            ["us", "gov", ..] => new("aws-us-gov", "amazonaws.com"),
            ["eusc", ..] => new("aws-eusc", "amazonaws.eu"),
            _ => new("aws", "amazonaws.com"),
        };
    }

    /// <summary>The ARN of a policy that AWS keeps.</summary>
    /// <param name="name">The name after <c>policy/</c>.</param>
    public string ManagedPolicy(string name) => $"arn:{Name}:iam::aws:policy/{name}";

    /// <summary>The principal of an account: whoever its own policies let.</summary>
    /// <param name="account">The account, 12 digits.</param>
    public string Account(string account) => $"arn:{Name}:iam::{account}:root";

    /// <summary>The principal of CloudWatch Logs; it is one for each region.</summary>
    /// <param name="region">The region.</param>
    public string Logs(string region) => $"logs.{region}.amazonaws.com{(Name == "aws-cn" ? ".cn" : "")}";
}
