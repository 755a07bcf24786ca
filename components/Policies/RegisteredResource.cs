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

    internal Resource Resource { get; }

    internal Resource? Parent { get; }

    /// <summary>The kind and name as people say them, such as <c>Deployment shop/orders</c>.</summary>
    public override string ToString()
    {
        var metadata = Inputs["metadata"];
        var name = metadata["name"].Text ?? Name;
        return Kind is null ? $"{Type} {Name}" : $"{Kind} {(metadata["namespace"].Text is { } space ? $"{space}/{name}" : name)}";
    }
}
