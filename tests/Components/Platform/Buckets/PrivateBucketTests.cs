using Components.Platform;
using Components.Tests.Mocks;

namespace Components.Tests.Platform;

public sealed class PrivateBucketTests
{
    [Fact]
    public async Task A_bucket_is_closed_encrypted_versioned_and_over_TLS_only()
    {
        var mocks = await AwsMocks.RunAsync(() => _ = new PrivateBucket("album", new() { KeepVersionsFor = TimeSpan.FromDays(90) }));

        var closed = mocks.Only("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock");
        (closed["blockPublicAcls"], closed["blockPublicPolicy"], closed["ignorePublicAcls"], closed["restrictPublicBuckets"]).ShouldBe(
            (true, true, true, true)
        );
        mocks
            .At("aws:s3/bucketPolicy:BucketPolicy", "album", "policy")
            .ShouldBeOfType<string>()
            .ShouldContain("\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":[\"s3:*\"]");
        mocks.Only("aws:s3/bucketVersioning:BucketVersioning").ShouldContainKey("versioningConfiguration");
        mocks.Only("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration").ShouldContainKey("rules");
        mocks.Only("aws:s3/bucket:Bucket")["forceDestroy"].ShouldBe(false);
    }
}
