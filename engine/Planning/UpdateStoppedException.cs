namespace Engine.Planning;

/// <summary>The update has failed or was cancelled; nothing new starts. Callers that wait for the engine get this.</summary>
internal sealed class UpdateStoppedException() : Exception(Text)
{
    public const string Text = "the update is ending: the resource monitor has shut down";
}
