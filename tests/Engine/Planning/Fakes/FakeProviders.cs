using Engine.Contract;

namespace Engine.Tests.Planning.Fakes;

internal sealed class FakeProviders(FakeCloud cloud) : IProviderFactory
{
    public Task<IProvider> CreateAsync(string package, string? version, IProviderHost host, CancellationToken cancellation) =>
        Task.FromResult<IProvider>(
            package == "test" ? new FakeProvider(cloud) : throw new ProviderException($"there is no provider '{package}'")
        );
}
