namespace Pulumi;

/// <summary>Messages on their way to the engine.</summary>
internal interface IEngineLogger
{
    bool ErrorsLogged { get; }

    void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null);

    void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null);

    void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null);

    void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null);
}
