using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Pulumi.Protocol;

/// <summary>What a program declares: its resources, reads and function calls.</summary>
public static class ResourceMonitorService
{
    private const string Name = "pulumirpc.ResourceMonitor";

    public static readonly GrpcMethod<SupportsFeatureRequest, SupportsFeatureResponse> SupportsFeature = new(Name, nameof(SupportsFeature));
    public static readonly GrpcMethod<ResourceInvokeRequest, ResourceInvokeResponse> Invoke = new(Name, nameof(Invoke));
    public static readonly GrpcMethod<ResourceCallRequest, CallResponse> Call = new(Name, nameof(Call));
    public static readonly GrpcMethod<ReadResourceRequest, ReadResourceResponse> ReadResource = new(Name, nameof(ReadResource));
    public static readonly GrpcMethod<RegisterResourceRequest, RegisterResourceResponse> RegisterResource = new(
        Name,
        nameof(RegisterResource)
    );
    public static readonly GrpcMethod<RegisterResourceOutputsRequest, Empty> RegisterResourceOutputs = new(
        Name,
        nameof(RegisterResourceOutputs)
    );
    public static readonly GrpcMethod<Callback, Empty> RegisterStackTransform = new(Name, nameof(RegisterStackTransform));
    public static readonly GrpcMethod<Callback, Empty> RegisterStackInvokeTransform = new(Name, nameof(RegisterStackInvokeTransform));
    public static readonly GrpcMethod<RegisterResourceHookRequest, Empty> RegisterResourceHook = new(Name, nameof(RegisterResourceHook));
    public static readonly GrpcMethod<RegisterErrorHookRequest, Empty> RegisterErrorHook = new(Name, nameof(RegisterErrorHook));
    public static readonly GrpcMethod<RegisterPackageRequest, RegisterPackageResponse> RegisterPackage = new(Name, nameof(RegisterPackage));
    public static readonly GrpcMethod<Empty, Empty> SignalAndWaitForShutdown = new(Name, nameof(SignalAndWaitForShutdown));
}
