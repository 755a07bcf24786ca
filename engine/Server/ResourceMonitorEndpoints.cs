using System.Collections.Concurrent;
using Engine.Contract;
using Engine.Planning;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Protocol;
using Pulumirpc;
using CallRequest = Engine.Contract.CallRequest;
using CheckFailure = Pulumirpc.CheckFailure;

namespace Engine.Server;

/// <summary>The ResourceMonitor service: what the program registers, reads and calls.</summary>
internal sealed class ResourceMonitorEndpoints(ProgramSession session, CallbackChannels callbacks)
{
    /// <summary>Known features that are missing here are answered as not supported, and refused where a program uses them all the
    /// same.</summary>
    private static readonly HashSet<string> Features = new(StringComparer.Ordinal)
    {
        "secrets",
        "resourceReferences",
        "outputValues",
        "aliasSpecs",
        "replacementTrigger",
        "deletedWith",
        "replaceWith",
        "transforms",
        "invokeTransforms",
    };

    private const string GetResource = "pulumi:pulumi:getResource";

    private readonly Transforms _transforms = new(callbacks);
    private readonly ConcurrentDictionary<string, RegisterPackageRequest> _packages = [];

    public GrpcServer Serve(GrpcServer server) =>
        server
            .Handle(ResourceMonitorService.SupportsFeature, (request, _) =>
                Task.FromResult(new SupportsFeatureResponse { HasSupport = Features.Contains(request.Id) })
            )
            .Handle(ResourceMonitorService.RegisterResource, (request, cancel) => GuardedAsync(() => RegisterAsync(request, cancel)))
            .Handle(ResourceMonitorService.RegisterResourceOutputs, (request, _) => GuardedAsync(() => RegisterOutputsAsync(request)))
            .Handle(ResourceMonitorService.ReadResource, (request, _) => GuardedAsync(() => ReadAsync(request)))
            .Handle(ResourceMonitorService.Invoke, (request, cancel) => GuardedAsync(() => InvokeAsync(request, cancel)))
            .Handle(ResourceMonitorService.Call, (request, _) => GuardedAsync(() => CallAsync(request)))
            .Handle(ResourceMonitorService.RegisterPackage, (request, _) => Task.FromResult(RegisterPackage(request)))
            .Handle(ResourceMonitorService.RegisterStackTransform, (request, _) => Done(() => _transforms.AddToStack(request)))
            .Handle(ResourceMonitorService.RegisterStackInvokeTransform, (request, _) => Done(() => _transforms.AddToInvokes(request)))
            .Handle(ResourceMonitorService.SignalAndWaitForShutdown, async (_, _) =>
            {
                await session.SignalAndWaitAsync();
                return new Empty();
            });

    private async Task<RegisterResourceResponse> RegisterAsync(RegisterResourceRequest request, CancellationToken cancellation)
    {
        var urn = Urn.Create(session.Options.Stack, session.Options.Project, Urn.Parse(request.Parent), request.Type, request.Name);
        request = await _transforms.ApplyAsync(request, urn, cancellation);
        var goal = WireGoals.Read(request, Package(request.PackageRef));
        var result = await session.RegisterAsync(goal);
        var response = new RegisterResourceResponse
        {
            Urn = result.State.Urn.Value,
            Id = result.State.Id ?? "",
            Object = new Struct(),
            Result = (Result)(int)result.Outcome,
            Unknown = result.Unknown,
        };
        if (goal.Custom || goal.Remote)
        {
            response.Object = Outputs(result.State.Outputs, request.AcceptSecrets, request.AcceptResources, request.SupportsPartialValues);
        }

        foreach (var (key, urns) in result.OutputDependencies ?? new Dictionary<string, IReadOnlyList<Urn>>())
        {
            response.PropertyDependencies[key] = new RegisterResourceResponse.Types.PropertyDependencies
            {
                Urns = { urns.Select(u => u.Value) },
            };
        }

        return response;
    }

    private async Task<Empty> RegisterOutputsAsync(RegisterResourceOutputsRequest request)
    {
        await session.RegisterOutputsAsync(new Urn(request.Urn), OutputDependencies.Without(WireValues.FromStruct(request.Outputs)));
        return new Empty();
    }

    private async Task<ReadResourceResponse> ReadAsync(ReadResourceRequest request)
    {
        var state = await session.ReadAsync(WireGoals.Read(request, Package(request.PackageRef)));
        return new ReadResourceResponse
        {
            Urn = state.Urn.Value,
            Properties = Outputs(state.Outputs, request.AcceptSecrets, request.AcceptResources, partial: false),
        };
    }

    private async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request, CancellationToken cancellation)
    {
        request = await _transforms.ApplyAsync(request, cancellation);
        var arguments = OutputDependencies.Without(WireValues.FromStruct(request.Args));
        if (request.Tok == GetResource)
        {
            return new ResourceInvokeResponse { Return = await GetResourceAsync(arguments.GetText("urn") ?? "", request.AcceptResources) };
        }

        var package = Package(request.PackageRef);
        var result = await session.InvokeAsync(
            request.Tok,
            arguments,
            request.Provider.Length > 0 ? ProviderReference.Parse(request.Provider) : null,
            WireGoals.Text(package?.Version) ?? WireGoals.Text(request.Version),
            WireGoals.Text(package?.DownloadUrl) ?? WireGoals.Text(request.PluginDownloadURL)
        );
        return new ResourceInvokeResponse
        {
            Return = WireValues.ToStruct(
                result.Return ?? PropertyMap.Empty,
                new WireOptions(Secrets: true, References: request.AcceptResources)
            ),
            Unknown = result.Return is null,
            Failures = { result.Failures.Select(f => new CheckFailure { Property = f.Property, Reason = f.Reason }) },
        };
    }

    private async Task<Struct> GetResourceAsync(string urn, bool acceptsReferences)
    {
        var state = await session.FindAsync(new Urn(urn))
            ?? throw new RpcException(
                new Status(
                    StatusCode.Unknown,
                    $"there is no resource '{urn}' in this run; it must be registered or read before it is looked up"
                )
            );
        var found = PropertyMap.Of(
            ("urn", urn),
            ("id", state.Id ?? ""),
            ("provider", state.Provider?.ToString() ?? ""),
            ("state", state.Outputs)
        );
        return WireValues.ToStruct(found, new WireOptions(Secrets: true, References: acceptsReferences));
    }

    private async Task<CallResponse> CallAsync(ResourceCallRequest request)
    {
        var package = Package(request.PackageRef);
        var result = await session.CallMethodAsync(
            new CallRequest(
                request.Tok,
                WireValues.FromStruct(request.Args),
                request.ArgDependencies.ToDictionary(d => d.Key, d => (IReadOnlyList<Urn>)[.. d.Value.Urns.Select(u => new Urn(u))]),
                session.Options.Preview
            ),
            request.Provider.Length > 0 ? ProviderReference.Parse(request.Provider) : null,
            WireGoals.Text(package?.Version) ?? WireGoals.Text(request.Version),
            WireGoals.Text(package?.DownloadUrl) ?? WireGoals.Text(request.PluginDownloadURL)
        );
        var response = new CallResponse
        {
            Return = WireValues.ToStruct(result.Return, new WireOptions(Secrets: true, References: true)),
            Failures = { result.Failures.Select(f => new CheckFailure { Property = f.Property, Reason = f.Reason }) },
        };
        foreach (var (key, urns) in result.ReturnDependencies)
        {
            response.ReturnDependencies[key] = new CallResponse.Types.ReturnDependencies { Urns = { urns.Select(u => u.Value) } };
        }

        return response;
    }

    private RegisterPackageResponse RegisterPackage(RegisterPackageRequest request)
    {
        if (request.Parameterization is not null || request.Extension is not null)
        {
            throw new RpcException(
                new Status(
                    StatusCode.Unimplemented,
                    $"package '{request.Name}' is parameterized, which the embedded engine does not do; run this stack with the Pulumi CLI"
                )
            );
        }

        var reference = $"{request.Name}@{request.Version}@{request.DownloadUrl}";
        _packages[reference] = request;
        return new RegisterPackageResponse { Ref = reference };
    }

    private RegisterPackageRequest? Package(string reference) =>
        reference.Length == 0 ? null
        : _packages.TryGetValue(reference, out var package) ? package
        : throw new RpcException(new Status(StatusCode.InvalidArgument, $"the package reference '{reference}' was not registered"));

    /// <summary>A caller that does not take values with unknowns inside them takes such a value as wholly unknown when it is left
    /// out.</summary>
    private static Struct Outputs(PropertyMap outputs, bool secrets, bool references, bool partial) =>
        WireValues.ToStruct(
            partial ? outputs : new PropertyMap(outputs.Where(o => !SecretValues.ContainsUnknown(o.Value))),
            new WireOptions(secrets, references)
        );

    private static Task<Empty> Done(Action action)
    {
        action();
        return Task.FromResult(new Empty());
    }

    private static async Task<T> GuardedAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (UpdateStoppedException e)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, e.Message));
        }
        catch (ProviderException e)
        {
            throw new RpcException(new Status(StatusCode.Unknown, e.Message));
        }
        catch (FormatException e)
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, e.Message));
        }
    }
}
