using Components.Identity;
using Components.Pods;

namespace Components.Platform;

/// <summary>The company's images. It remembers which were asked for, so that no repository has to be listed twice.</summary>
/// <param name="args">Where it is, and who makes it.</param>
public sealed class Registry(RegistryArgs args)
{
    private readonly SortedDictionary<string, string> _addresses = new(StringComparer.Ordinal);

    /// <summary>The addresses of the repositories that were asked for, by name.</summary>
    public IReadOnlyDictionary<string, string> Addresses => _addresses;

    /// <summary>An image without a version: that is in the stack's release. Its address is known before its repository is made.</summary>
    /// <param name="repository">The name, such as <c>shop/orders</c>.</param>
    public Image Image(string repository)
    {
        ArgumentException.ThrowIfNullOrEmpty(repository);
        return _addresses[repository] = $"{args.Account}.dkr.ecr.{args.Region}.{AwsPartition.Of(args.Region).Domain}/{repository}";
    }

    /// <summary>Makes the repositories that were asked for, in the stack that owns the registry; null in any other.</summary>
    public Repositories? MakeRepositories() => args.Owned ? new("registry", args, [.. _addresses.Keys]) : null;
}
