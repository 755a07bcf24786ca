using Engine.Contract;
using Engine.Values;

namespace Engine.Events;

/// <param name="Urn">The resource that it is about; null when it is about the update.</param>
/// <param name="IsEphemeral">True for progress, which need not be kept on the screen.</param>
internal sealed record Diagnostic(Severity Severity, string Message, Urn? Urn, int StreamId = 0, bool IsEphemeral = false) : EngineEvent;
