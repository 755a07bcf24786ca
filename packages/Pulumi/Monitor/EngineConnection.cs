using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Protocol;
using Pulumirpc;

namespace Pulumi;

/// <summary>The engine that started this program, over the wire.</summary>
internal sealed class EngineConnection : IMonitor, IEngine, IAsyncDisposable
{
    private readonly PeerChannel _monitor;
    private readonly PeerChannel _engine;

    public EngineConnection(EngineEnvironment environment)
    {
        _monitor = new(environment.MonitorAddress);
        _engine = environment.EngineAddress == environment.MonitorAddress ? _monitor : new(environment.EngineAddress);
    }

    public async Task<bool> SupportsFeatureAsync(string feature) =>
        (await _monitor.CallAsync(ResourceMonitorService.SupportsFeature, new() { Id = feature }).ConfigureAwait(false)).HasSupport;

    public Task<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request, Resource resource) =>
        Explained($"{request.Type} '{request.Name}'", _monitor.CallAsync(ResourceMonitorService.RegisterResource, request));

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request) =>
        Explained($"Outputs of {request.Urn}", _monitor.CallAsync(ResourceMonitorService.RegisterResourceOutputs, request));

    public Task<ReadResourceResponse> ReadResourceAsync(ReadResourceRequest request, Resource resource) =>
        Explained($"{request.Type} '{request.Name}' (ID '{request.Id}')", _monitor.CallAsync(ResourceMonitorService.ReadResource, request));

    public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request) =>
        Explained($"Call of {request.Tok}", _monitor.CallAsync(ResourceMonitorService.Invoke, request));

    public Task<CallResponse> CallAsync(ResourceCallRequest request) =>
        Explained($"Call of {request.Tok}", _monitor.CallAsync(ResourceMonitorService.Call, request));

    public async Task<string> RegisterPackageAsync(Pulumirpc.RegisterPackageRequest request) =>
        (
            await Explained($"Package {request.Name}", _monitor.CallAsync(ResourceMonitorService.RegisterPackage, request))
                .ConfigureAwait(false)
        ).Ref;

    public Task RegisterHookAsync(RegisterResourceHookRequest request) =>
        Explained($"Hook '{request.Name}'", _monitor.CallAsync(ResourceMonitorService.RegisterResourceHook, request));

    public Task RegisterErrorHookAsync(RegisterErrorHookRequest request) =>
        Explained($"Hook '{request.Name}'", _monitor.CallAsync(ResourceMonitorService.RegisterErrorHook, request));

    public Task RegisterInvokeTransformAsync(Callback callback) =>
        _monitor.CallAsync(ResourceMonitorService.RegisterStackInvokeTransform, callback);

    public async Task SignalAndWaitForShutdownAsync()
    {
        try
        {
            await _monitor.CallAsync(ResourceMonitorService.SignalAndWaitForShutdown, new Empty()).ConfigureAwait(false);
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.Unimplemented)
        {
            // An engine from before there were callbacks; it needs no more of the program.
        }
    }

    public Task LogAsync(LogRequest request) => _engine.CallAsync(EngineService.Log, request);

    public async Task RequirePulumiVersionAsync(string range)
    {
        try
        {
            await _engine.CallAsync(EngineService.RequirePulumiVersion, new() { PulumiVersionRange = range }).ConfigureAwait(false);
        }
        catch (RpcException exception) when (exception.StatusCode is not StatusCode.Unavailable)
        {
            throw new RunException(exception.Message, exception);
        }
    }

    public ValueTask DisposeAsync()
    {
        _monitor.Dispose();
        if (_engine != _monitor)
            _engine.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>An engine that shuts down has told its user why; every other refusal is the program's to report.</summary>
    private static async Task<T> Explained<T>(string what, Task<T> call)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (RpcException exception) when (exception.StatusCode is not (StatusCode.Unavailable or StatusCode.Cancelled))
        {
            throw new RunException($"{what}: {exception.Message}", exception);
        }
    }
}
