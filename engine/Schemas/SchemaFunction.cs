namespace Engine.Schemas;

internal sealed record SchemaFunction(SchemaObject Inputs, SchemaObject Outputs);
