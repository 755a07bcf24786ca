namespace Engine.Providers.Schemas;

internal sealed record SchemaResource(SchemaObject Inputs, SchemaObject Outputs);
