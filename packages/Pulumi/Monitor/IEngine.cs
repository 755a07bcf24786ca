using Pulumirpc;

namespace Pulumi;

/// <summary>The engine's services other than the graph.</summary>
internal interface IEngine
{
    Task LogAsync(LogRequest request);

    Task RequirePulumiVersionAsync(string range);
}
