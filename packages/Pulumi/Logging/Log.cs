namespace Pulumi;

/// <summary>Messages to the user, through the engine. Never put secrets in clear into them.</summary>
public static class Log
{
    /// <summary>A message that is shown only with debug logging.</summary>
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Deployment.Required.Logger.Debug(message, resource, streamId, ephemeral);

    /// <summary>An informational message.</summary>
    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Deployment.Required.Logger.Info(message, resource, streamId, ephemeral);

    /// <summary>A warning.</summary>
    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Deployment.Required.Logger.Warn(message, resource, streamId, ephemeral);

    /// <summary>An error: the update fails, and the program exits with code 1, after all that runs has ended.</summary>
    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Deployment.Required.Logger.Error(message, resource, streamId, ephemeral);

    /// <summary>An exception as an error.</summary>
    public static void Exception(Exception exception, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        ArgumentNullException.ThrowIfNull(exception);
        Error((exception is RunException ? exception.Message : exception.ToString()), resource, streamId, ephemeral);
    }
}
