using Components.Settings;

namespace Components.Platform;

/// <summary>Reads where images are kept from a stack's settings (<c>platform:registry</c>).</summary>
public static class RegistrySettings
{
    /// <summary>How the setting may look, for errors.</summary>
    public const string Example = "platform:registry: { account: \"111122223333\", region: eu-central-1, owned: true }";

    /// <summary>Reads it, reporting what is wrong.</summary>
    public static RegistryArgs Read(Setting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var map = setting.Map("account", "region", "owned", "pulledFrom", "keep");
        return new()
        {
            Account = map.Require("account", "\"111122223333\"")?.Parse(AccountId.Parse, "") ?? "",
            Region = map.Require("region", "eu-central-1")?.Text() ?? "",
            Owned = map.Find("owned")?.Truth() ?? false,
            PulledFrom = map.Find("pulledFrom")?.Items().Select(account => account.Parse(AccountId.Parse, "")).ToList() ?? [],
            Keep = map.Find("keep")?.Integer(10, 10_000) ?? 200,
        };
    }
}
