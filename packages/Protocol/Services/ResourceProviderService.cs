using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Pulumi.Protocol;

/// <summary>What the engine asks of a provider plugin.</summary>
public static class ResourceProviderService
{
    private const string Name = "pulumirpc.ResourceProvider";

    public static readonly UnaryMethod<ProviderHandshakeRequest, ProviderHandshakeResponse> Handshake = new(Name, nameof(Handshake));
    public static readonly UnaryMethod<ParameterizeRequest, ParameterizeResponse> Parameterize = new(Name, nameof(Parameterize));
    public static readonly UnaryMethod<GetSchemaRequest, GetSchemaResponse> GetSchema = new(Name, nameof(GetSchema));
    public static readonly UnaryMethod<CheckRequest, CheckResponse> CheckConfig = new(Name, nameof(CheckConfig));
    public static readonly UnaryMethod<DiffRequest, DiffResponse> DiffConfig = new(Name, nameof(DiffConfig));
    public static readonly UnaryMethod<ConfigureRequest, ConfigureResponse> Configure = new(Name, nameof(Configure));
    public static readonly UnaryMethod<InvokeRequest, InvokeResponse> Invoke = new(Name, nameof(Invoke));
    public static readonly UnaryMethod<CallRequest, CallResponse> Call = new(Name, nameof(Call));
    public static readonly UnaryMethod<CheckRequest, CheckResponse> Check = new(Name, nameof(Check));
    public static readonly UnaryMethod<DiffRequest, DiffResponse> Diff = new(Name, nameof(Diff));
    public static readonly UnaryMethod<CreateRequest, CreateResponse> Create = new(Name, nameof(Create));
    public static readonly UnaryMethod<ReadRequest, ReadResponse> Read = new(Name, nameof(Read));
    public static readonly UnaryMethod<UpdateRequest, UpdateResponse> Update = new(Name, nameof(Update));
    public static readonly UnaryMethod<DeleteRequest, Empty> Delete = new(Name, nameof(Delete));
    public static readonly UnaryMethod<ConstructRequest, ConstructResponse> Construct = new(Name, nameof(Construct));
    public static readonly UnaryMethod<Empty, Empty> Cancel = new(Name, nameof(Cancel));
    public static readonly UnaryMethod<Empty, PluginInfo> GetPluginInfo = new(Name, nameof(GetPluginInfo));
    public static readonly UnaryMethod<PluginAttach, Empty> Attach = new(Name, nameof(Attach));
    public static readonly UnaryMethod<GetMappingRequest, GetMappingResponse> GetMapping = new(Name, nameof(GetMapping));
}
