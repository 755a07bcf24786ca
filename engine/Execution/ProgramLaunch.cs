using Engine.Workspace;

namespace Engine.Execution;

/// <summary>What a run of the program needs, besides the engine's address.</summary>
/// <param name="BuiltFile">A dll, or an executable.</param>
/// <param name="Config">By full key.</param>
internal sealed record ProgramLaunch(Project Project, string Stack, string BuiltFile, IReadOnlyDictionary<string, ConfigValue> Config);
