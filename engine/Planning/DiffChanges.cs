namespace Engine.Planning;

internal enum DiffChanges
{
    Unknown,
    None,
    Some,
}
