using Pulumi;

namespace Components.Policies;

/// <summary>A resource that the program registered, as rules see it.</summary>
public sealed class RegisteredResource
{
    internal RegisteredResource(Resource resource, Resource? parent, PropertyNode inputs)
    {
        Resource = resource;
        Parent = parent;
        Inputs = inputs;
        Type = resource.GetResourceType();
        Name = resource.GetResourceName();
    }

    /// <summary>The type token, such as <c>kubernetes:apps/v1:Deployment</c>.</summary>
    public string Type { get; }

    /// <summary>The logical name in the program.</summary>
    public string Name { get; }

    /// <summary>What it is registered with.</summary>
    public PropertyNode Inputs { get; }

    /// <summary>The kind of a Kubernetes object, such as <c>Deployment</c>; null for any other resource.</summary>
    public string? Kind => Type.StartsWith("kubernetes:", StringComparison.Ordinal) ? Type[(Type.LastIndexOf(':') + 1)..] : null;

    /// <summary>The namespace of a Kubernetes object; empty for what is in none.</summary>
    /// <remarks>The name of a namespace that is yet to be made is not known in a preview; the logical name (<c>shop/orders</c>) begins with
    /// it.</remarks>
    public string Namespace =>
        Inputs["metadata"]["namespace"] switch
        {
            { Text: { } text } => text,
            { IsOpaque: true } when Name.IndexOf('/', StringComparison.Ordinal) is > 0 and var end => Name[..end],
            _ => "",
        };

    internal Resource Resource { get; }

    internal Resource? Parent { get; }

    /// <summary>The kind and name as people say them, such as <c>Deployment shop/orders</c>.</summary>
    public override string ToString()
    {
        var name = Inputs["metadata"]["name"].Text ?? Name[(Name.LastIndexOf('/') + 1)..];
        return Kind is null ? $"{Type} {Name}"
            : Namespace.Length > 0 ? $"{Kind} {Namespace}/{name}"
            : $"{Kind} {name}";
    }
}
