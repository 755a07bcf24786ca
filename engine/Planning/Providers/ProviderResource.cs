using Engine.Contract;
using Engine.Values;

namespace Engine.Planning.Providers;

/// <summary>
/// A provider seen as a resource: checking is CheckConfig, diffing is DiffConfig, creating and updating is Configure. So providers take the
/// same way as all resources.
/// </summary>
internal sealed class ProviderResource(IProvider provider, bool preview) : IProvider
{
    private const string Internal = "__internal";
    private Task? _configured;

    /// <summary>What serves the resources of this provider. Its configuration may be unknown in a preview.</summary>
    public IProvider Serving { get; private set; } = provider.PreviewsUnconfigured ? provider : new UnconfiguredProvider(provider);

    /// <summary>Configures the provider, once.</summary>
    public async Task ConfigureAsync(ConfigureRequest request, CancellationToken cancellation)
    {
        if (!request.Inputs.ContainsUnknown())
        {
            await (_configured ??= provider.ConfigureAsync(request with { Inputs = Arguments(request.Inputs) }, cancellation));
            Serving = provider;
        }
    }

    public async Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellation)
    {
        var check = await provider.CheckConfigAsync(
            request with
            {
                Olds = Arguments(request.Olds),
                News = Arguments(request.News),
            },
            cancellation
        );
        return request.News.Get(Internal) is { } own ? check with { Inputs = check.Inputs.With(Internal, own) } : check;
    }

    public async Task<DiffResult> DiffAsync(DiffRequest request, CancellationToken cancellation)
    {
        request = request with { OldInputs = Arguments(request.OldInputs), News = Arguments(request.News) };
        var diff = await provider.DiffConfigAsync(request, cancellation);
        return diff.Changes == DiffChanges.None && !request.OldInputs.Equals(request.News) ? DiffResult.Unknown : diff;
    }

    public async Task<CreateResult> CreateAsync(CreateRequest request, CancellationToken cancellation)
    {
        await ConfigureAsync(new ConfigureRequest(request.Urn, request.Inputs), cancellation);
        return new CreateResult(preview ? null : Guid.NewGuid().ToString(), Arguments(request.Inputs));
    }

    public async Task<PropertyMap> UpdateAsync(UpdateRequest request, CancellationToken cancellation)
    {
        await ConfigureAsync(new ConfigureRequest(request.Urn, request.News), cancellation);
        return Arguments(request.News);
    }

    public Task<ReadResult?> ReadAsync(ReadRequest request, CancellationToken cancellation) =>
        Task.FromResult<ReadResult?>(new ReadResult(request.Id, request.Inputs, request.Outputs));

    public Task DeleteAsync(DeleteRequest request, CancellationToken cancellation) => Task.CompletedTask;

    public Task<InvokeResult> InvokeAsync(InvokeRequest request, CancellationToken cancellation) =>
        throw new ProviderException($"'{request.Token}' is no function of a provider resource");

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    /// <summary>What the provider takes: the inputs without what the engine notes there for itself.</summary>
    public static PropertyMap Arguments(PropertyMap inputs) => inputs.Without(Internal);
}
