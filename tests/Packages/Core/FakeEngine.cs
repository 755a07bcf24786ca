using System.Collections.Concurrent;
using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumi.Protocol;
using Pulumirpc;

namespace Packages.Tests.Core;

/// <summary>An engine on a real port that keeps what a program sends, and answers as a new stack would.</summary>
internal sealed class FakeEngine : IAsyncDisposable
{
    private readonly GrpcServer _server;

    public FakeEngine()
    {
        _server = new GrpcServer()
            .Handle(ResourceMonitorService.SupportsFeature, (request, _) =>
                Task.FromResult(new SupportsFeatureResponse { HasSupport = Supports(Asked(request.Id)) })
            )
            .Handle(ResourceMonitorService.RegisterResource, RegisterAsync)
            .Handle(ResourceMonitorService.ReadResource, (request, _) =>
            {
                Reads.Enqueue(request);
                return Task.FromResult(new ReadResourceResponse { Urn = Urn(request.Type, request.Name), Properties = request.Properties });
            })
            .Handle(ResourceMonitorService.RegisterResourceOutputs, (request, _) =>
            {
                Outputs[request.Urn] = request.Outputs;
                return Task.FromResult(new Empty());
            })
            .Handle(ResourceMonitorService.Invoke, (request, _) =>
            {
                Invokes.Enqueue(request);
                return Task.FromResult(AnswerInvoke(request));
            })
            .Handle(ResourceMonitorService.Call, (request, _) =>
            {
                Calls.Enqueue(request);
                return Task.FromResult(new CallResponse { Return = new() { Fields = { ["answer"] = Value.ForString("called") } } });
            })
            .Handle(ResourceMonitorService.RegisterPackage, (request, _) =>
            {
                Packages.Enqueue(request);
                return Task.FromResult(new RegisterPackageResponse { Ref = $"ref-{request.Name}" });
            })
            .Handle(ResourceMonitorService.RegisterResourceHook, (request, _) =>
            {
                Hooks.Enqueue(request);
                return Task.FromResult(new Empty());
            })
            .Handle(ResourceMonitorService.SignalAndWaitForShutdown, async (_, cancel) =>
            {
                Signals++;
                await BeforeShutdown(cancel);
                return new Empty();
            })
            .Handle(EngineService.Log, (request, _) =>
            {
                Logs.Enqueue(request);
                return Task.FromResult(new Empty());
            });
    }

    public Func<string, bool> Supports { get; set; } = _ => true;

    public bool IsDryRun { get; set; }

    /// <summary>What becomes of a registration; by default the inputs as outputs, and an ID unless this is a preview.</summary>
    public Func<RegisterResourceRequest, RegisterResourceResponse?> Answer { get; set; } = _ => null;

    public Func<ResourceInvokeRequest, ResourceInvokeResponse> AnswerInvoke { get; set; } = _ => new() { Return = new() };

    public Func<CancellationToken, Task> BeforeShutdown { get; set; } = _ => Task.CompletedTask;

    public Dictionary<string, string> Config { get; } = [];

    public HashSet<string> SecretKeys { get; } = [];

    public ConcurrentQueue<RegisterResourceRequest> Registrations { get; } = new();

    public ConcurrentQueue<ReadResourceRequest> Reads { get; } = new();

    public ConcurrentDictionary<string, Struct> Outputs { get; } = new();

    public ConcurrentQueue<ResourceInvokeRequest> Invokes { get; } = new();

    public ConcurrentQueue<ResourceCallRequest> Calls { get; } = new();

    public ConcurrentQueue<Pulumirpc.RegisterPackageRequest> Packages { get; } = new();

    public ConcurrentQueue<RegisterResourceHookRequest> Hooks { get; } = new();

    public ConcurrentQueue<LogRequest> Logs { get; } = new();

    public ConcurrentQueue<string> Features { get; } = new();

    public int Signals { get; private set; }

    public Struct StackOutputs => Outputs[Urn("pulumi:pulumi:Stack", "p-s")];

    public string[] Errors => Logs.Where(log => log.Severity == LogSeverity.Error).Select(log => log.Message).ToArray();

    public RegisterResourceRequest Registered(string name) => Registrations.Single(request => request.Name == name);

    public static string Urn(string type, string name) => $"urn:pulumi:s::p::{type}::{name}";

    public Task<int> RunAsync(Action program) =>
        RunAsync(() =>
        {
            program();
            return new Dictionary<string, object?>();
        });

    public Task<int> RunAsync(Func<IDictionary<string, object?>> program) =>
        RunStackAsync(() => new Stack(() => Task.FromResult(program()), options: null));

    public async Task<int> RunStackAsync(Func<Stack> makeStack)
    {
        await _server.StartAsync();
        var settings = new StackSettings(
            "p",
            "s",
            "organization",
            RootDirectory: null,
            IsDryRun,
            Config.ToImmutableDictionary(),
            [.. SecretKeys]
        );
        await using var connection = new EngineConnection(new(_server.Address, _server.Address, settings, AttachDebugger: false));
        return await ProgramRun.RunAsync(new(settings, connection, connection), makeStack);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private string Asked(string feature)
    {
        Features.Enqueue(feature);
        return feature;
    }

    private Task<RegisterResourceResponse> RegisterAsync(RegisterResourceRequest request, CancellationToken cancel)
    {
        Registrations.Enqueue(request);
        var id = request.Custom && !IsDryRun ? $"id-of-{request.Name}" : "";
        var answer = Answer(request)
            ?? new RegisterResourceResponse
            {
                Urn = Urn(request.Type, request.Name),
                Id = id,
                Object = request.Object,
            };
        return Task.FromResult(answer);
    }
}
