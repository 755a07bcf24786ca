namespace Engine.Providers.Schemas;

internal sealed record SchemaFunction(SchemaObject Inputs, SchemaObject Outputs);
