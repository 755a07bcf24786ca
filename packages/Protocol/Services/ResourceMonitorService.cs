using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Pulumi.Protocol;

/// <summary>What a program declares: its resources, reads and function calls.</summary>
public static class ResourceMonitorService
{
    private const string Name = "pulumirpc.ResourceMonitor";

    public static readonly UnaryMethod<SupportsFeatureRequest, SupportsFeatureResponse> SupportsFeature = new(
        Name,
        nameof(SupportsFeature)
    );
    public static readonly UnaryMethod<ResourceInvokeRequest, ResourceInvokeResponse> Invoke = new(Name, nameof(Invoke));
    public static readonly UnaryMethod<ResourceCallRequest, CallResponse> Call = new(Name, nameof(Call));
    public static readonly UnaryMethod<ReadResourceRequest, ReadResourceResponse> ReadResource = new(Name, nameof(ReadResource));
    public static readonly UnaryMethod<RegisterResourceRequest, RegisterResourceResponse> RegisterResource = new(
        Name,
        nameof(RegisterResource)
    );
    public static readonly UnaryMethod<RegisterResourceOutputsRequest, Empty> RegisterResourceOutputs = new(
        Name,
        nameof(RegisterResourceOutputs)
    );
    public static readonly UnaryMethod<Callback, Empty> RegisterStackTransform = new(Name, nameof(RegisterStackTransform));
    public static readonly UnaryMethod<Callback, Empty> RegisterStackInvokeTransform = new(Name, nameof(RegisterStackInvokeTransform));
    public static readonly UnaryMethod<RegisterResourceHookRequest, Empty> RegisterResourceHook = new(Name, nameof(RegisterResourceHook));
    public static readonly UnaryMethod<RegisterErrorHookRequest, Empty> RegisterErrorHook = new(Name, nameof(RegisterErrorHook));
    public static readonly UnaryMethod<RegisterPackageRequest, RegisterPackageResponse> RegisterPackage = new(
        Name,
        nameof(RegisterPackage)
    );
    public static readonly UnaryMethod<Empty, Empty> SignalAndWaitForShutdown = new(Name, nameof(SignalAndWaitForShutdown));
}
