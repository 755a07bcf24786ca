using System.Text.RegularExpressions;

namespace Components.Identity;

/// <summary>ARNs of IAM roles, as people get access by them.</summary>
public static partial class RoleArn
{
    /// <summary>Takes the ARN of a role.</summary>
    /// <exception cref="FormatException">It is none: a user, a session, an account.</exception>
    public static string Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Pattern().IsMatch(text)
            ? text
            : throw new FormatException(
                $"'{text}' is no ARN of an IAM role. Write such as arn:aws:iam::111122223333:role/platform-admin; for a session (sts, "
                    + $"assumed-role) take its role, for people their Identity Center role."
            );
    }

    [GeneratedRegex(@"^arn:aws(-[a-z]+)*:iam::\d{12}:role/[\w+=,.@/-]+$")]
    private static partial Regex Pattern();
}
