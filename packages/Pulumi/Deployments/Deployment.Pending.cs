#pragma warning disable CA1822
using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    private Deployment(StackSettings settings, IEngineLogger logger)
    {
        (Settings, Logger, Runner) = (settings, logger, new());
        _instance = new(this);
    }

    /// <summary>Runs a program that returns nothing.</summary>
    public static Task<int> RunAsync(Action action) => throw Pending();

    /// <summary>Runs a program that returns the stack's outputs.</summary>
    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => throw Pending();

    /// <summary>Runs an asynchronous program that returns nothing.</summary>
    public static Task<int> RunAsync(Func<Task> func) => throw Pending();

    /// <summary>Runs an asynchronous program that returns the stack's outputs.</summary>
    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) => throw Pending();

    /// <summary>Runs a program that is a class.</summary>
    public static Task<int> RunAsync<TStack>() where TStack : Stack, new() => throw Pending();

    /// <summary>Runs a program that is a class, made by a service provider.</summary>
    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider) where TStack : Stack => throw Pending();

    /// <summary>Fails unless the CLI's version is in a range, for example <c>&gt;=3.200.0</c>.</summary>
    public static Task RequirePulumiVersionAsync(string pulumiVersionRange) => throw Pending();

    /// <summary>Runs a stack class against mocks.</summary>
    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null) where TStack : Stack, new() => throw Pending();

    /// <summary>Runs a stack class, made by a service provider, against mocks.</summary>
    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack => throw Pending();

    /// <summary>Runs an asynchronous program against mocks.</summary>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources) => throw Pending();

    /// <summary>Runs a program against mocks.</summary>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources) => throw Pending();

    /// <summary>Runs an asynchronous program that returns nothing against mocks.</summary>
    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources) => throw Pending();

    /// <summary>Runs a program that returns nothing against mocks.</summary>
    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources) => throw Pending();

    /// <summary>Waits until what is registered so far is answered.</summary>
    public Task AwaitPendingRegistrations() => throw Pending();

    /// <summary>Whether the engine can call transforms of function calls.</summary>
    public Task<bool> MonitorSupportsInvokeTransforms() => throw Pending();

    /// <summary>Whether the engine can call hooks.</summary>
    public Task<bool> MonitorSupportsResourceHooks() => throw Pending();

    /// <summary>Adds a function that the engine calls for every function call that follows.</summary>
    public void RegisterInvokeTransform(InvokeTransform transform) => throw Pending();

    internal void Start(Resource resource, bool remote, ResourceArgs args, ResourceOptions options, RegisterPackageRequest? package) => throw Pending();

    internal void StartOutputs(ComponentResource resource, Output<IDictionary<string, object?>> outputs) => throw Pending();

    internal Task RegisterHook(ResourceHook hook) => throw Pending();

    internal Task RegisterHook(ErrorHook hook) => throw Pending();

    internal Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? package, bool single) => throw Pending();

    internal Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? package, bool single) => throw Pending();

    internal Output<T> Call<T>(string token, CallArgs args, Resource? self, CallOptions? options, RegisterPackageRequest? package) => throw Pending();

    private static InvalidOperationException Pending() => new("The runtime is not part of this build yet.");
}
