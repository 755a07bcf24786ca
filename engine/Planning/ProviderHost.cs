using Engine.Values;

namespace Engine.Planning;

/// <inheritdoc cref="IProviderHost"/>
internal sealed class ProviderHost(UpdateOptions options, EventStream events) : IProviderHost
{
    public string ProgramDirectory => options.ProgramDirectory;

    public void Log(Severity severity, string message, Urn? urn) => events.Log(severity, message, urn);

    public void Progress(string message, Urn urn) => events.Log(Severity.Info, message, urn, ephemeral: true);
}
