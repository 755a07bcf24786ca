using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Pulumi.Protocol;

/// <summary>The engine's log, and what a program asks about the engine itself.</summary>
public static class EngineService
{
    private const string Name = "pulumirpc.Engine";

    public static readonly UnaryMethod<LogRequest, Empty> Log = new(Name, nameof(Log));
    public static readonly UnaryMethod<GetRootResourceRequest, GetRootResourceResponse> GetRootResource = new(
        Name,
        nameof(GetRootResource)
    );
    public static readonly UnaryMethod<SetRootResourceRequest, SetRootResourceResponse> SetRootResource = new(
        Name,
        nameof(SetRootResource)
    );
    public static readonly UnaryMethod<StartDebuggingRequest, Empty> StartDebugging = new(Name, nameof(StartDebugging));
    public static readonly UnaryMethod<RequirePulumiVersionRequest, RequirePulumiVersionResponse> RequirePulumiVersion = new(
        Name,
        nameof(RequirePulumiVersion)
    );
}
