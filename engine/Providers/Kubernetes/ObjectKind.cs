using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Providers.Kubernetes;

/// <summary>What a type token names: <c>kubernetes:apps/v1:Deployment</c> is apiVersion <c>apps/v1</c>, kind <c>Deployment</c>.</summary>
/// <param name="ApiVersion">As in a manifest: <c>v1</c> for the core group.</param>
internal readonly record struct ObjectKind(string ApiVersion, string Kind)
{
    public const string Package = "kubernetes";
    private const string PatchSuffix = "Patch";
    private const string CorePrefix = "core/";

    /// <summary>The API group; empty for the core group.</summary>
    public string Group => ApiVersion.LastIndexOf('/') is var slash and > 0 ? ApiVersion[..slash] : "";

    public bool IsSecret => this == new ObjectKind("v1", "Secret");

    public bool IsCustomResourceDefinition => Group == "apiextensions.k8s.io" && Kind == "CustomResourceDefinition";

    /// <summary>Whether a resource of this type sets only some fields of an object: <c>ConfigMapPatch</c>, whose manifest is of kind
    /// <c>ConfigMap</c>.</summary>
    public bool IsPatchOf(PropertyMap manifest) => manifest.Text("kind") is { } kind && Kind == kind + PatchSuffix;

    /// <summary>Null when the token is of another form (a component of the package, for example).</summary>
    public static ObjectKind? Of(string token)
    {
        var parts = token.Split(':');
        return parts is [Package, var version, var kind] && version.Contains('/', StringComparison.Ordinal)
            ? new ObjectKind(version.StartsWith(CorePrefix, StringComparison.Ordinal) ? version[CorePrefix.Length..] : version, kind)
            : null;
    }

    public override string ToString() => $"{ApiVersion} {Kind}";
}
