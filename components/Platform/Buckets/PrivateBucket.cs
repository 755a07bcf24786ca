using Components.Identity;
using Pulumi;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;

namespace Components.Platform;

/// <summary>
/// A bucket for what workloads keep: never public, encrypted, over TLS only, with versions for what is overwritten or deleted by mistake.
/// Pods use it by <c>Uses = [bucket.ReadWrite()]</c>.
/// </summary>
public sealed class PrivateBucket : ComponentResource
{
    /// <summary>Makes the bucket, with a name of its own that begins with <paramref name="name"/>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="args">How long what is replaced is kept, and whether the bucket may go.</param>
    /// <param name="options">Options of the component.</param>
    public PrivateBucket(string name, PrivateBucketArgs? args = null, ComponentResourceOptions? options = null)
        : base("components:buckets:PrivateBucket", name, options)
    {
        args ??= new();
        var child = new CustomResourceOptions { Parent = this };
        Bucket = new Bucket(name, new() { ForceDestroy = false }, new() { Parent = this, Protect = args.Protect ? true : null });
        var closed = new BucketPublicAccessBlock(
            name,
            new()
            {
                Bucket = Bucket.Id,
                BlockPublicAcls = true,
                BlockPublicPolicy = true,
                IgnorePublicAcls = true,
                RestrictPublicBuckets = true,
            },
            child
        );
        _ = new BucketOwnershipControls(
            name,
            new()
            {
                Bucket = Bucket.Id,
                Rule = new BucketOwnershipControlsRuleArgs { ObjectOwnership = "BucketOwnerEnforced" },
            },
            child
        );
        _ = new BucketServerSideEncryptionConfiguration(
            name,
            new()
            {
                Bucket = Bucket.Id,
                Rules =
                {
                    new BucketServerSideEncryptionConfigurationRuleArgs
                    {
                        ApplyServerSideEncryptionByDefault =
                            new BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs
                            {
                                SseAlgorithm = "AES256",
                            },
                    },
                },
            },
            child
        );
        var versions = new BucketVersioning(
            name,
            new()
            {
                Bucket = Bucket.Id,
                VersioningConfiguration = new BucketVersioningVersioningConfigurationArgs { Status = "Enabled" },
            },
            child
        );

        // S3 takes one change of a bucket's policies at a time, and rules over versions only where there are versions.
        _ = new BucketPolicy(
            name,
            new() { Bucket = Bucket.Id, Policy = Bucket.Arn.Apply(PolicyDocument.DenyInsecureTransport) },
            new() { Parent = this, DependsOn = { closed } }
        );
        _ = new BucketLifecycleConfiguration(
            name,
            new() { Bucket = Bucket.Id, Rules = { Cleaning(args.KeepVersionsFor) } },
            new() { Parent = this, DependsOn = { versions } }
        );
        RegisterOutputs();
    }

    /// <summary>The bucket.</summary>
    public Bucket Bucket { get; }

    /// <summary>The bucket's name.</summary>
    public Output<string> Name => Bucket.Id;

    /// <summary>The right to list the bucket and read its objects.</summary>
    public IReadOnlyList<Grant> Read() => Bucket.Read();

    /// <summary>The right to list the bucket; to read, write and delete its objects.</summary>
    public IReadOnlyList<Grant> ReadWrite() => Bucket.ReadWrite();

    private static BucketLifecycleConfigurationRuleArgs Cleaning(TimeSpan keep) =>
        new()
        {
            Id = "clean-up",
            Status = "Enabled",
            Filter = new BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
            NoncurrentVersionExpiration = new BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs
            {
                NoncurrentDays = (int)keep.TotalDays,
            },
            AbortIncompleteMultipartUpload = new BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs
            {
                DaysAfterInitiation = 7,
            },
        };
}
