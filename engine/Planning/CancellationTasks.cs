namespace Engine.Planning;

internal static class CancellationTasks
{
    /// <summary>Completes when the token is cancelled.</summary>
    public static Task AsTask(this CancellationToken token)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        token.Register(source.SetResult);
        return source.Task;
    }
}
