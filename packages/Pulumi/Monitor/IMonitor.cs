using Pulumirpc;

namespace Pulumi;

/// <summary>The engine's side of the graph: the real one over the wire, or mocks.</summary>
internal interface IMonitor
{
    Task<bool> SupportsFeatureAsync(string feature);

    Task<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request, Resource resource);

    Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request);

    Task<ReadResourceResponse> ReadResourceAsync(ReadResourceRequest request, Resource resource);

    Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request);

    Task<CallResponse> CallAsync(ResourceCallRequest request);

    Task<string> RegisterPackageAsync(Pulumirpc.RegisterPackageRequest request);

    Task RegisterHookAsync(RegisterResourceHookRequest request);

    Task RegisterErrorHookAsync(RegisterErrorHookRequest request);

    Task RegisterInvokeTransformAsync(Callback callback);

    /// <summary>Tells the engine that the program is done, and waits until the engine is.</summary>
    Task SignalAndWaitForShutdownAsync();
}
