using System.Collections.Concurrent;
using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;
using Pulumirpc;

namespace Pulumi.Testing;

/// <summary>Answers as the engine does, with what the mocks say in place of providers.</summary>
internal sealed class MockMonitor(IMocks mocks, StackSettings settings) : IMonitor
{
    private readonly ConcurrentQueue<Resource> _resources = new();
    private readonly ConcurrentDictionary<string, (string Id, Struct State)> _known = new();

    public IEnumerable<Resource> Resources => _resources;

    public Task<bool> SupportsFeatureAsync(string feature) => Task.FromResult(feature != "outputValues");

    public async Task<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request, Resource resource)
    {
        _resources.Enqueue(resource);
        if (request.Type == Stack.RootType)
            return new() { Urn = Urn("", request.Type, request.Name), Object = new() };
        var urn = Urn(request.Parent, request.Type, request.Name);
        var (id, state) = await NewAsync(request.Type, request.Name, request.Object, request.Provider, request.ImportId)
            .ConfigureAwait(false);
        id ??= request.ImportId;
        _known[urn] = (id, state);
        return new()
        {
            Urn = urn,
            Id = id,
            Object = state,
        };
    }

    public async Task<ReadResourceResponse> ReadResourceAsync(ReadResourceRequest request, Resource resource)
    {
        _resources.Enqueue(resource);
        var urn = Urn(request.Parent, request.Type, request.Name);
        var (id, state) = await NewAsync(request.Type, request.Name, request.Properties, request.Provider, request.Id)
            .ConfigureAwait(false);
        _known[urn] = (id ?? request.Id, state);
        return new() { Urn = urn, Properties = state };
    }

    public async Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request)
    {
        var outputs = PropertyReader
            .ReadMembers(request.Outputs)
            .ToImmutableDictionary(member => member.Key, member => new Output<object?>(member.Value));
        await mocks.RegisterResourceOutputs(new(request.Urn, outputs)).ConfigureAwait(false);
    }

    public async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request)
    {
        if (request.Tok == "pulumi:pulumi:getResource")
            return new() { Return = Find(request.Args.Fields["urn"].StringValue) };
        return new() { Return = await CallMocksAsync(request.Tok, request.Args, request.Provider).ConfigureAwait(false) };
    }

    public async Task<CallResponse> CallAsync(ResourceCallRequest request) =>
        new() { Return = await CallMocksAsync(request.Tok, request.Args, request.Provider).ConfigureAwait(false) };

    public Task<string> RegisterPackageAsync(Pulumirpc.RegisterPackageRequest request) =>
        Task.FromResult($"{request.Name}-{request.Version}");

    public Task RegisterHookAsync(RegisterResourceHookRequest request) => Task.CompletedTask;

    public Task RegisterErrorHookAsync(RegisterErrorHookRequest request) => Task.CompletedTask;

    public Task RegisterInvokeTransformAsync(Callback callback) => Task.CompletedTask;

    public Task SignalAndWaitForShutdownAsync() => Task.CompletedTask;

    private async Task<(string? Id, Struct State)> NewAsync(string type, string name, Struct inputs, string provider, string id)
    {
        var answer = await mocks
            .NewResourceAsync(
                new()
                {
                    Type = type,
                    Name = name,
                    Inputs = Known(inputs),
                    Provider = provider,
                    Id = id,
                }
            )
            .ConfigureAwait(false);
        return (answer.id, await WriteAsync(answer.state, nameof(IMocks.NewResourceAsync)).ConfigureAwait(false));
    }

    private async Task<Struct> CallMocksAsync(string token, Struct args, string provider)
    {
        var result = await mocks
            .CallAsync(
                new()
                {
                    Token = token,
                    Args = Known(args),
                    Provider = provider,
                }
            )
            .ConfigureAwait(false);
        return await WriteAsync(result, nameof(IMocks.CallAsync)).ConfigureAwait(false);
    }

    private Struct Find(string urn)
    {
        if (!_known.TryGetValue(urn, out var found))
            throw new InvalidOperationException($"No resource with the URN '{urn}' was registered in this test.");
        return new()
        {
            Fields =
            {
                ["urn"] = Value.ForString(urn),
                ["id"] = Value.ForString(found.Id),
                ["state"] = Value.ForStruct(found.State),
            },
        };
    }

    private static ImmutableDictionary<string, object> Known(Struct properties) =>
        PropertyReader
            .ReadMembers(properties)
            .Where(member => member.Value is { IsKnown: true, Value: not null })
            .ToImmutableDictionary(member => member.Key, member => member.Value.Value!);

    private static async Task<Struct> WriteAsync(object? given, string method)
    {
        try
        {
            var written = await new PropertyWriter(keepResources: true).WriteAsync(given).ConfigureAwait(false);
            if (written is { KindCase: Value.KindOneofCase.StructValue })
                return written.StructValue;
        }
        catch (UnsupportedValueException exception)
        {
            throw new InvalidOperationException($"What {method} of the mocks returned cannot be sent on: {exception.Message}", exception);
        }
        throw new InvalidOperationException(
            $"{method} of the mocks should return a dictionary or an object; it returned {given?.GetType().FullName ?? "null"}."
        );
    }

    /// <summary>As the published mocks do it: under the first type of the parent, the stack's too.</summary>
    private string Urn(string parent, string type, string name)
    {
        var qualified = parent.Length == 0 ? type : $"{new Urn(parent).QualifiedType.Split('$')[0]}${type}";
        return $"urn:pulumi:{settings.Stack}::{settings.Project}::{qualified}::{name}";
    }
}
