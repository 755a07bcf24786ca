using Engine.Contract;
using Engine.Values;

namespace Engine.Planning.Providers;

/// <summary>Stands where a component, which nobody manages, has no provider.</summary>
internal sealed class NoProvider : IProvider
{
    private NoProvider() { }

    public static NoProvider Instance { get; } = new();

    public Task ConfigureAsync(ConfigureRequest request, CancellationToken cancellation) => throw Misused();

    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellation) => throw Misused();

    public Task<DiffResult> DiffAsync(DiffRequest request, CancellationToken cancellation) => throw Misused();

    public Task<CreateResult> CreateAsync(CreateRequest request, CancellationToken cancellation) => throw Misused();

    public Task<ReadResult?> ReadAsync(ReadRequest request, CancellationToken cancellation) => throw Misused();

    public Task<PropertyMap> UpdateAsync(UpdateRequest request, CancellationToken cancellation) => throw Misused();

    public Task DeleteAsync(DeleteRequest request, CancellationToken cancellation) => throw Misused();

    public Task<InvokeResult> InvokeAsync(InvokeRequest request, CancellationToken cancellation) => throw Misused();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static InvalidOperationException Misused() => new("a component has no provider");
}
