using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Pulumi.Protocol;

/// <summary>The engine's log, and what a program asks about the engine itself.</summary>
public static class EngineService
{
    private const string Name = "pulumirpc.Engine";

    public static readonly GrpcMethod<LogRequest, Empty> Log = new(Name, nameof(Log));
    public static readonly GrpcMethod<GetRootResourceRequest, GetRootResourceResponse> GetRootResource = new(Name, nameof(GetRootResource));
    public static readonly GrpcMethod<SetRootResourceRequest, SetRootResourceResponse> SetRootResource = new(Name, nameof(SetRootResource));
    public static readonly GrpcMethod<StartDebuggingRequest, Empty> StartDebugging = new(Name, nameof(StartDebugging));
    public static readonly GrpcMethod<RequirePulumiVersionRequest, RequirePulumiVersionResponse> RequirePulumiVersion = new(
        Name,
        nameof(RequirePulumiVersion)
    );
}
