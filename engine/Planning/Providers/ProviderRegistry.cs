using System.Collections.Concurrent;
using Engine.Contract;
using Engine.State;
using Engine.Values;

namespace Engine.Planning.Providers;

/// <summary>The providers of one update: those that the program registered, and those of the base state, which are started only when
/// something needs them.</summary>
internal sealed class ProviderRegistry(IProviderFactory factory, IProviderHost host, UpdateRun run) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(Urn, string), Task<IProvider>> _serving = [];
    private readonly ConcurrentBag<IProvider> _loaded = [];

    /// <summary>Makes a provider that is not configured yet.</summary>
    /// <exception cref="ProviderException">There is no such provider.</exception>
    public async Task<IProvider> LoadAsync(string package, string? version)
    {
        var provider = new MaskedProvider(await factory.CreateAsync(package, version, host, run.Terminated), run.Events.Secrets);
        _loaded.Add(provider);
        return provider;
    }

    public void Register(ProviderReference reference, IProvider provider) => _serving[Key(reference)] = Task.FromResult(provider);

    /// <exception cref="ProviderException">The provider is not known, or does not start.</exception>
    public Task<IProvider> GetAsync(ProviderReference reference) => _serving.GetOrAdd(Key(reference), _ => StartOldAsync(reference));

    /// <summary>Asks running operations to end soon.</summary>
    public Task CancelAsync() => Task.WhenAll(_loaded.Select(provider => provider.CancelAsync()));

    public async ValueTask DisposeAsync()
    {
        foreach (var provider in _loaded)
        {
            await provider.DisposeAsync();
        }
    }

    private async Task<IProvider> StartOldAsync(ProviderReference reference)
    {
        var state = run.Olds.FindProvider(reference)
            ?? throw new ProviderException($"provider '{reference}' is neither registered by the program nor in the state");
        var resource = new ProviderResource(
            await LoadAsync(ProviderTypes.PackageOf(state.Type), state.Inputs.GetText("version")),
            run.Preview
        );
        await resource.ConfigureAsync(new ConfigureRequest(state.Urn, state.Inputs), run.Terminated);
        return resource.Serving;
    }

    private static (Urn, string) Key(ProviderReference reference) => (reference.Urn, reference.Id ?? "");
}
