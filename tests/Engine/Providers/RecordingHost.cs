using System.Collections.Concurrent;
using Engine.Contract;
using Engine.Values;

namespace Engine.Tests.Providers;

/// <summary>An engine as providers see it, with a program directory that is gone after the test.</summary>
internal sealed class RecordingHost : IProviderHost, IDisposable
{
    public string ProgramDirectory { get; } = Directory.CreateTempSubdirectory("providers-").FullName;

    public string EngineAddress { get; } = "127.0.0.1:1";

    public ConcurrentQueue<string> Messages { get; } = [];

    public ConcurrentQueue<string> Progressed { get; } = [];

    public void Log(Severity severity, string message, Urn? urn = null) => Messages.Enqueue(message);

    public void Progress(string message, Urn urn) => Progressed.Enqueue(message);

    public void Dispose() => Directory.Delete(ProgramDirectory, recursive: true);
}
