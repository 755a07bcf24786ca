using Engine.Contract;
using Engine.Providers.Kubernetes;
using Engine.Providers.Previews;
using Engine.Providers.Random;
using Engine.Schemas;

namespace Engine.Providers;

/// <summary>The providers that are built into the engine; a package that it only has the schema of is checked and previewed.</summary>
internal sealed class ProviderFactory(SchemaCatalog catalog) : IProviderFactory
{
    private readonly TargetFactory _targets = new();

    public ProviderFactory()
        : this(SchemaCatalog.BesideEngine) { }

    public Task<IProvider> CreateAsync(string package, string? version, IProviderHost host, CancellationToken cancellation) =>
        Task.FromResult<IProvider>(
            package switch
            {
                ObjectKind.Package => new KubernetesProvider(catalog, _targets, host),
                RandomProvider.Package => new RandomProvider(catalog),
                _ when catalog.Find(package) is { } schema => new SchemaProvider(catalog, schema),
                _ => throw new ProviderException(
                    $"package '{package}' is not known to this engine, which has {string.Join(", ", catalog.Packages)}: run the program "
                        + $"with the Pulumi CLI"
                ),
            }
        );
}
