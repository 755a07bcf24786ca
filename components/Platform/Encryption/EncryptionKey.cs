using Components.Identity;
using Pulumi;
using Pulumi.Aws.Kms;

namespace Components.Platform;

/// <summary>A KMS key that rotates each year, for Kubernetes Secrets and logs. Deleting it waits 30 days: what it encrypted would be
/// lost.</summary>
public sealed class EncryptionKey : ComponentResource
{
    /// <summary>Makes the key, with the alias <c>alias/name</c>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="account">The AWS account, 12 digits.</param>
    /// <param name="region">The region of the log groups that it encrypts.</param>
    /// <param name="options">The options.</param>
    public EncryptionKey(string name, string account, string region, ComponentResourceOptions? options = null)
        : base("components:encryption:EncryptionKey", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var key = new Key(
            name,
            new()
            {
                Description = $"Kubernetes Secrets and logs of {name}",
                EnableKeyRotation = true,
                DeletionWindowInDays = 30,
                Policy = PolicyDocument.KeyFor(account, region),
            },
            child
        );
        _ = new Pulumi.Aws.Kms.Alias(name, new() { Name = $"alias/{name}", TargetKeyId = key.KeyId }, child);
        Arn = key.Arn;
        RegisterOutputs();
    }

    /// <summary>The key's ARN.</summary>
    public Output<string> Arn { get; }
}
