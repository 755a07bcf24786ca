using Pulumirpc;

namespace Pulumi;

/// <summary>Sends messages to the engine one after the other, in the order in which they were logged.</summary>
internal sealed class EngineLogger(IEngine engine)
{
    private readonly Lock _lock = new();
    private Task _last = Task.CompletedTask;

    public bool ErrorsLogged { get; private set; }

    public void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Add(LogSeverity.Debug, message, resource, streamId, ephemeral);

    public void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Add(LogSeverity.Info, message, resource, streamId, ephemeral);

    public void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Add(LogSeverity.Warning, message, resource, streamId, ephemeral);

    public void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        ErrorsLogged = true;
        Add(LogSeverity.Error, message, resource, streamId, ephemeral);
    }

    /// <summary>Waits until the engine has all messages.</summary>
    /// <exception cref="LogException">It does not take them.</exception>
    public Task FlushAsync()
    {
        lock (_lock)
            return _last;
    }

    private void Add(LogSeverity severity, string message, Resource? resource, int? streamId, bool? ephemeral)
    {
        lock (_lock)
        {
            _last = SendAsync(_last, severity, message, resource, streamId, ephemeral);
            Deployment.Current?.Runner.Track(_last);
        }
    }

    private async Task SendAsync(Task previous, LogSeverity severity, string message, Resource? resource, int? streamId, bool? ephemeral)
    {
        await previous.ConfigureAwait(false);
        var request = new LogRequest
        {
            Severity = severity,
            Message = message,
            Urn = resource is null ? "" : await UrnAsync(resource).ConfigureAwait(false),
            StreamId = streamId ?? 0,
            Ephemeral = ephemeral ?? false,
        };
        try
        {
            await engine.LogAsync(request).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            throw new LogException(exception);
        }
    }

    /// <summary>A resource that failed has no URN: its message is shown at the stack.</summary>
    private static async Task<string> UrnAsync(Resource resource)
    {
        try
        {
            return await resource.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        }
        catch (Exception)
        {
            return "";
        }
    }
}
