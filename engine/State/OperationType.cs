namespace Engine.State;

/// <summary>What was under way with a resource.</summary>
internal enum OperationType
{
    Creating,
    Updating,
    Deleting,
    Reading,
}
