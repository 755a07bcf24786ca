namespace Pulumi.Generator.Schema;

/// <summary>What a schema type is; each kind has its own C# form per position.</summary>
public enum TypeKind
{
    String,
    Boolean,
    Integer,
    Number,
    Any,
    Json,
    Asset,
    Archive,
    Array,
    Map,
    Union,
    Object,
    Enum,
    Resource,
    Provider,
}
