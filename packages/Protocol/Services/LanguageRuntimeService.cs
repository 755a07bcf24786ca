using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Pulumi.Protocol;

/// <summary>What the engine asks of a language host.</summary>
public static class LanguageRuntimeService
{
    private const string Name = "pulumirpc.LanguageRuntime";

    public static readonly GrpcMethod<LanguageHandshakeRequest, LanguageHandshakeResponse> Handshake = new(Name, nameof(Handshake));
    public static readonly GrpcMethod<GetRequiredPackagesRequest, GetRequiredPackagesResponse> GetRequiredPackages = new(
        Name,
        nameof(GetRequiredPackages)
    );
    public static readonly GrpcMethod<RunRequest, RunResponse> Run = new(Name, nameof(Run));
    public static readonly GrpcMethod<Empty, PluginInfo> GetPluginInfo = new(Name, nameof(GetPluginInfo));
    public static readonly GrpcMethod<Empty, Empty> Cancel = new(Name, nameof(Cancel));
}
