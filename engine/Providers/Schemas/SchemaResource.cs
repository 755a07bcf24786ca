namespace Engine.Providers.Schemas;

/// <param name="IsComponent">True for a remote component: a resource whose inside the provider builds.</param>
internal sealed record SchemaResource(SchemaObject Inputs, SchemaObject Outputs, bool IsComponent);
