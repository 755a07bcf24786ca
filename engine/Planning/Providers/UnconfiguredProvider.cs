using Engine.Contract;
using Engine.Values;

namespace Engine.Planning.Providers;

/// <summary>Stands for a provider whose configuration is not known yet (previews): whatever it would say is unknown.</summary>
internal sealed class UnconfiguredProvider(IProvider provider) : IProvider
{
    public bool PreviewOnly => provider.PreviewOnly;

    public Task<CheckResult> CheckConfigAsync(CheckRequest request, CancellationToken cancellation) =>
        provider.CheckConfigAsync(request, cancellation);

    public Task<DiffResult> DiffConfigAsync(DiffRequest request, CancellationToken cancellation) =>
        provider.DiffConfigAsync(request, cancellation);

    public Task ConfigureAsync(ConfigureRequest request, CancellationToken cancellation) => Task.CompletedTask;

    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellation) =>
        Task.FromResult(new CheckResult(request.News, []));

    public Task<DiffResult> DiffAsync(DiffRequest request, CancellationToken cancellation) => Task.FromResult(DiffResult.Unknown);

    public Task<CreateResult> CreateAsync(CreateRequest request, CancellationToken cancellation) =>
        Task.FromResult(new CreateResult(null, UnknownOutputs(request.Inputs)));

    public Task<PropertyMap> UpdateAsync(UpdateRequest request, CancellationToken cancellation) =>
        Task.FromResult(UnknownOutputs(request.OldOutputs));

    public Task<ReadResult?> ReadAsync(ReadRequest request, CancellationToken cancellation) =>
        Task.FromResult<ReadResult?>(new ReadResult(request.Id, request.Inputs, UnknownOutputs(request.Outputs)));

    public Task DeleteAsync(DeleteRequest request, CancellationToken cancellation) => Task.CompletedTask;

    public Task<InvokeResult> InvokeAsync(InvokeRequest request, CancellationToken cancellation) =>
        Task.FromResult(new InvokeResult(null, []));

    public Task<CallResult> CallAsync(CallRequest request, CancellationToken cancellation) => provider.CallAsync(request, cancellation);

    public Task<ConstructResult> ConstructAsync(ConstructRequest request, CancellationToken cancellation) =>
        provider.ConstructAsync(request, cancellation);

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    private static PropertyMap UnknownOutputs(PropertyMap like) => like.Select((_, _) => PropertyValue.Computed);
}
