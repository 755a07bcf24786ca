namespace Pulumi.Generator.Schema;

/// <summary>The schema cannot be read or bound; the message says where and why.</summary>
public sealed class SchemaException(string message) : Exception(message);
