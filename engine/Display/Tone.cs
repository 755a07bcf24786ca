namespace Engine.Display;

/// <summary>What a piece of text means; a terminal gives it a color.</summary>
internal enum Tone
{
    Plain,
    Heading,
    Muted,
    Create,
    Update,
    Replace,
    Delete,
    Warning,
    Error,
}
