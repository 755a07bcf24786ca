namespace Engine.Schemas;

internal sealed record SchemaResource(SchemaObject Inputs, SchemaObject Outputs);
