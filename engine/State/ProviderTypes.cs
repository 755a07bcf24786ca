namespace Engine.State;

/// <summary>Types of provider resources: <c>pulumi:providers:{package}</c>.</summary>
internal static class ProviderTypes
{
    public const string Prefix = "pulumi:providers:";

    public static string Of(string package) => Prefix + package;

    /// <summary>The package that a type belongs to; for a provider resource, the package that it provides.</summary>
    public static string PackageOf(string type) =>
        type.StartsWith(Prefix, StringComparison.Ordinal) ? type[Prefix.Length..] : type.Split(':', 2)[0];
}
