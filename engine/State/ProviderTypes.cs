using Engine.Values;

namespace Engine.State;

/// <summary>Types of provider resources: <c>pulumi:providers:{package}</c>.</summary>
internal static class ProviderTypes
{
    public const string Prefix = "pulumi:providers:";

    public static string Of(string package) => Prefix + package;

    public const string DefaultName = "default";

    /// <summary>The package that a type belongs to; for a provider resource, the package that it provides.</summary>
    public static string PackageOf(string type) =>
        type.StartsWith(Prefix, StringComparison.Ordinal) ? type[Prefix.Length..] : type.Split(':', 2)[0];

    /// <summary>True for a provider that the engine made because the program named none; counts and plans leave it out.</summary>
    public static bool IsDefault(Urn urn) =>
        urn.Type.StartsWith(Prefix, StringComparison.Ordinal)
        && urn.QualifiedType == urn.Type
        && (urn.Name == DefaultName || urn.Name.StartsWith(DefaultName + "_", StringComparison.Ordinal));
}
