using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Pulumi.Protocol;

/// <summary>What the engine asks of a language host.</summary>
public static class LanguageRuntimeService
{
    private const string Name = "pulumirpc.LanguageRuntime";

    public static readonly UnaryMethod<LanguageHandshakeRequest, LanguageHandshakeResponse> Handshake = new(Name, nameof(Handshake));
    public static readonly UnaryMethod<GetRequiredPackagesRequest, GetRequiredPackagesResponse> GetRequiredPackages = new(
        Name,
        nameof(GetRequiredPackages)
    );
    public static readonly UnaryMethod<RunRequest, RunResponse> Run = new(Name, nameof(Run));
    public static readonly UnaryMethod<Empty, PluginInfo> GetPluginInfo = new(Name, nameof(GetPluginInfo));
    public static readonly UnaryMethod<Empty, Empty> Cancel = new(Name, nameof(Cancel));
}
