namespace Engine.Events;

internal enum UpdateKind
{
    /// <summary>Runs the program, and makes the stack what it says.</summary>
    Up,

    /// <summary>Makes the state what exists.</summary>
    Refresh,

    /// <summary>Deletes everything.</summary>
    Destroy,
}
