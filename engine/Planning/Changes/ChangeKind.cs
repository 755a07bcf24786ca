namespace Engine.Planning.Changes;

internal enum ChangeKind
{
    Same,
    Update,
    Replace,
}
