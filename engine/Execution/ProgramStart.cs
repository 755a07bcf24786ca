namespace Engine.Execution;

/// <summary>What the program is told.</summary>
/// <param name="MonitorAddress">host:port</param>
/// <param name="EngineAddress">host:port</param>
internal sealed record ProgramStart(string MonitorAddress, string EngineAddress, bool Preview, int Parallel);
