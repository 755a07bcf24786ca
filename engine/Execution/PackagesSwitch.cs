namespace Engine.Execution;

/// <summary>The <c>PulumiPackages</c> switch (in-repo builds or the published packages), as the environment sets it for MSBuild.</summary>
internal static class PackagesSwitch
{
    public const string Variable = "PulumiPackages";

    /// <summary>For MSBuild alone: assemblies in a folder, which <see cref="FolderProperty"/> names.</summary>
    public const string Built = "built";

    public const string FolderProperty = "PulumiPackagesFolder";

    public static string Value => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } value ? value : "local";

    public static bool IsOfficial => Value == "official";
}
