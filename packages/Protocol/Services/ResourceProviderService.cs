using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Pulumi.Protocol;

/// <summary>What the engine asks of a provider plugin.</summary>
public static class ResourceProviderService
{
    private const string Name = "pulumirpc.ResourceProvider";

    public static readonly GrpcMethod<ProviderHandshakeRequest, ProviderHandshakeResponse> Handshake = new(Name, nameof(Handshake));
    public static readonly GrpcMethod<ParameterizeRequest, ParameterizeResponse> Parameterize = new(Name, nameof(Parameterize));
    public static readonly GrpcMethod<GetSchemaRequest, GetSchemaResponse> GetSchema = new(Name, nameof(GetSchema));
    public static readonly GrpcMethod<CheckRequest, CheckResponse> CheckConfig = new(Name, nameof(CheckConfig));
    public static readonly GrpcMethod<DiffRequest, DiffResponse> DiffConfig = new(Name, nameof(DiffConfig));
    public static readonly GrpcMethod<ConfigureRequest, ConfigureResponse> Configure = new(Name, nameof(Configure));
    public static readonly GrpcMethod<InvokeRequest, InvokeResponse> Invoke = new(Name, nameof(Invoke));
    public static readonly GrpcMethod<CallRequest, CallResponse> Call = new(Name, nameof(Call));
    public static readonly GrpcMethod<CheckRequest, CheckResponse> Check = new(Name, nameof(Check));
    public static readonly GrpcMethod<DiffRequest, DiffResponse> Diff = new(Name, nameof(Diff));
    public static readonly GrpcMethod<CreateRequest, CreateResponse> Create = new(Name, nameof(Create));
    public static readonly GrpcMethod<ReadRequest, ReadResponse> Read = new(Name, nameof(Read));
    public static readonly GrpcMethod<UpdateRequest, UpdateResponse> Update = new(Name, nameof(Update));
    public static readonly GrpcMethod<DeleteRequest, Empty> Delete = new(Name, nameof(Delete));
    public static readonly GrpcMethod<ConstructRequest, ConstructResponse> Construct = new(Name, nameof(Construct));
    public static readonly GrpcMethod<Empty, Empty> Cancel = new(Name, nameof(Cancel));
    public static readonly GrpcMethod<Empty, PluginInfo> GetPluginInfo = new(Name, nameof(GetPluginInfo));
    public static readonly GrpcMethod<PluginAttach, Empty> Attach = new(Name, nameof(Attach));
    public static readonly GrpcMethod<GetMappingRequest, GetMappingResponse> GetMapping = new(Name, nameof(GetMapping));
}
