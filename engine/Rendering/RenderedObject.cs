using Engine.Contract;
using Engine.Events;
using Engine.Providers.Kubernetes;
using Engine.State;
using Engine.Values;

namespace Engine.Rendering;

/// <summary>An object of the plan on its way into a file.</summary>
/// <param name="Name">The object's name; the resource's where that is not known yet.</param>
/// <param name="Namespace">Null for what is in no namespace.</param>
internal sealed record RenderedObject(Urn Urn, ObjectKind Kind, string? Namespace, string Name, PropertyMap Manifest)
{
    /// <value>No namespace can have this name.</value>
    private const string ClusterFolder = "_cluster";

    public static RenderedObject? Of(ResourceState resource)
    {
        if (!resource.Custom || resource.Delete || resource.External || ObjectKind.Of(resource.Type) is not { } kind)
        {
            return null;
        }

        var metadata = resource.Inputs.Map("metadata");
        return new RenderedObject(
            resource.Urn,
            kind,
            metadata.Text("namespace"),
            metadata.Text("name") ?? resource.Urn.Name,
            SchemaKeys.ToManifest(resource.Inputs)
        );
    }

    /// <summary>Relative to the folder; with the API group where two groups have a kind of the name.</summary>
    public string File(bool withGroup)
    {
        var kind = Kind.Kind.ToLowerInvariant() + (withGroup && Kind.Group.Length > 0 ? "." + Kind.Group : "");
        var file = string.Concat(Name.Select(c => Path.GetInvalidFileNameChars().Contains(c) || c == ':' ? '_' : c));
        return $"{Namespace ?? ClusterFolder}/{kind}-{file}.yaml";
    }
}
