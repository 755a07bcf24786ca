using System.Security.Cryptography;
using System.Text;
using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Providers.Kubernetes;

/// <summary>Names for objects that the program does not name: the resource's name and eight characters of 0-9a-f.</summary>
internal static class ObjectNames
{
    public const string Annotation = "pulumi.com/autonamed";
    private const int SuffixBytes = 4;

    public static bool IsGenerated(PropertyMap manifest) => manifest.Map("metadata").Map("annotations").Text(Annotation) == "true";

    /// <summary>The inputs with a name: their own, else the one that was generated before, else a new one.</summary>
    public static PropertyMap Named(PropertyMap inputs, PropertyMap olds, Urn urn, ReadOnlySpan<byte> seed)
    {
        if (inputs.Get("metadata") is { } given && given.Plain() is not PropertyMap)
        {
            return inputs;
        }

        var metadata = inputs.Map("metadata");
        if (
            metadata.Get("name") is { } name && name.Plain() is not (PropertyNull or PropertyString { Value: "" })
            || metadata.Text("generateName") is { Length: > 0 }
        )
        {
            return inputs;
        }

        var former = IsGenerated(olds) ? olds.Map("metadata").Text("name") : null;
        var named = metadata
            .With("annotations", metadata.Map("annotations").With(Annotation, "true"))
            .With("name", former ?? $"{urn.Name}-{Suffix(urn, seed)}");
        return inputs.With("metadata", named);
    }

    private static string Suffix(Urn urn, ReadOnlySpan<byte> seed)
    {
        var hash = HMACSHA256.HashData(seed, Encoding.UTF8.GetBytes(urn.Value));
        return Convert.ToHexStringLower(hash.AsSpan(0, SuffixBytes));
    }
}
