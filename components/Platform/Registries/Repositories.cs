using Components.Identity;
using Pulumi;
using Pulumi.Aws.Ecr;
using Pulumi.Aws.Ecr.Inputs;

namespace Components.Platform;

/// <summary>
/// Repositories in Amazon ECR, scanned on push, encrypted, their tags immutable, so that a version means the same bytes for ever.
/// </summary>
public sealed class Repositories : ComponentResource
{
    private readonly RegistryArgs _args;

    /// <summary>Makes them.</summary>
    /// <param name="name">The name of the component.</param>
    /// <param name="args">Who may pull, how many images stay.</param>
    /// <param name="repositories">Their names.</param>
    /// <param name="options">Options of the component.</param>
    public Repositories(string name, RegistryArgs args, IReadOnlyList<string> repositories, ComponentResourceOptions? options = null)
        : base("components:registries:Repositories", name, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(repositories);
        _args = args;
        foreach (var repository in repositories)
        {
            Make(repository);
        }

        RegisterOutputs();
    }

    private void Make(string name)
    {
        var repository = new Repository(
            name,
            new()
            {
                Name = name,
                ImageTagMutability = "IMMUTABLE",
                ImageScanningConfiguration = new RepositoryImageScanningConfigurationArgs { ScanOnPush = true },
                EncryptionConfigurations = { new RepositoryEncryptionConfigurationArgs { EncryptionType = "KMS" } },
                ForceDelete = !_args.Protect, // else a stack that may go could not, for the images in it
            },
            new() { Parent = this, Protect = _args.Protect }
        );
        var child = new CustomResourceOptions { Parent = repository };
        _ = new LifecyclePolicy(name, new() { Repository = repository.Name, Policy = RepositoryDocuments.Lifecycle(_args.Keep) }, child);
        if (_args.PulledFrom.Count > 0)
        {
            _ = new RepositoryPolicy(
                name,
                new() { Repository = repository.Name, Policy = RepositoryDocuments.Pull(_args.PulledFrom, AwsPartition.Of(_args.Region)) },
                child
            );
        }
    }
}
