namespace Engine.Contract;

internal enum DiffChanges
{
    Unknown,
    None,
    Some,
}
