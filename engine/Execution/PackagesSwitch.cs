namespace Engine.Execution;

/// <summary>The <c>PulumiPackages</c> switch (in-repo builds or the published packages), as the environment sets it for MSBuild.</summary>
internal static class PackagesSwitch
{
    public const string Variable = "PulumiPackages";

    public static string Value => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } value ? value : "local";

    public static bool IsOfficial => Value == "official";
}
