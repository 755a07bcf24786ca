namespace Engine.Contract;

/// <summary>Numbers are those of the wire.</summary>
internal enum PropertyDiffKind
{
    Add = 0,
    AddReplace = 1,
    Delete = 2,
    DeleteReplace = 3,
    Update = 4,
    UpdateReplace = 5,
}
