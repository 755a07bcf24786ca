using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Providers.Kubernetes;

/// <summary>Which object of a cluster (or file of a folder) a manifest describes.</summary>
/// <param name="Namespace">Null for what is in no namespace.</param>
internal sealed record ObjectIdentity(ObjectKind Kind, string? Namespace, string Name)
{
    /// <summary>The id that the state keeps.</summary>
    public string Id => Namespace is null ? Name : $"{Namespace}/{Name}";

    /// <summary>Null while the name or namespace is unknown.</summary>
    public static ObjectIdentity? Of(PropertyMap manifest)
    {
        var metadata = manifest.Map("metadata");
        return
            metadata.Text("name") is { Length: > 0 } name
            && manifest.Text("kind") is { } kind
            && manifest.Text("apiVersion") is { } version
            && metadata.Get("namespace")?.Plain() is not PropertyComputed
            ? new ObjectIdentity(new ObjectKind(version, kind), metadata.Text("namespace") is { Length: > 0 } space ? space : null, name)
            : null;
    }

    public override string ToString() => $"{Kind} {Id}";
}
