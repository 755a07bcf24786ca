using Components.Settings;

namespace Components.Platform;

/// <summary>The account and region of a stack, from the AWS provider's own settings: said, not asked for, so that a preview makes no
/// call.</summary>
/// <param name="Id">The account, 12 digits. The provider refuses credentials of any other.</param>
/// <param name="Region">The region.</param>
public sealed record AwsAccount(string Id, string Region)
{
    /// <summary>Reads them, reporting what is wrong.</summary>
    public static AwsAccount Read(SettingsDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var region = document.Require("aws:region", "  aws:region: eu-central-1")?.Text() ?? "eu-central-1";
        var allowed = document.Require(
            "aws:allowedAccountIds",
            "  aws:allowedAccountIds: [\"111122223333\"]   # the stack's account; any other is refused"
        );
        var accounts = allowed?.Items().Select(account => account.Parse(AccountId.Parse, "")).ToList() ?? [""];
        if (accounts.Count != 1)
        {
            allowed!.Refuse($"lists {accounts.Count} accounts", "A stack is in one account: list that.");
        }

        return new(accounts.FirstOrDefault() ?? "", region);
    }
}
