using Components.Identity;
using Components.Tests.Mocks;
using Pulumi.Aws.S3;

namespace Components.Tests.Identity;

public sealed class PodIdentityTests
{
    [Fact]
    public async Task Pods_of_a_service_account_get_no_more_than_was_granted()
    {
        var mocks = await AwsMocks.RunAsync(() =>
        {
            var bucket = new Bucket("pictures");
            _ = new PodIdentity(
                "shop/orders",
                new()
                {
                    ClusterName = "blue",
                    Namespace = "shop",
                    ServiceAccount = "orders",
                    Uses = bucket.Read(),
                }
            );
        });
        mocks
            .At("aws:iam/rolePolicy:RolePolicy", "shop.orders", "policy")
            .ShouldBe(
                """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:ListBucket"],"Resource":["arn:pictures"]},{"Effect":"Allow","Action":["s3:GetObject"],"Resource":["arn:pictures/*"]}]}"""
            );
        var association = mocks.Only("aws:eks/podIdentityAssociation:PodIdentityAssociation");
        (association["clusterName"], association["namespace"], association["serviceAccount"], association["roleArn"]).ShouldBe(
            ("blue", "shop", "orders", "arn:shop.orders")
        );
    }

    [Fact]
    public async Task Names_of_roles_are_those_that_AWS_takes()
    {
        var workload = new string('n', 40) + "/" + new string('w', 40);
        var mocks = await AwsMocks.RunAsync(() =>
            _ = new PodIdentity(
                workload,
                new()
                {
                    ClusterName = "blue",
                    Namespace = "n",
                    ServiceAccount = "w",
                    Uses = [new(["sqs:SendMessage"], ["arn:queue"])],
                }
            )
        );
        foreach (var type in (string[])["aws:iam/role:Role", "aws:iam/rolePolicy:RolePolicy"])
        {
            // Pulumi adds a hyphen and seven characters; AWS takes 64.
            mocks.Names(type).ShouldHaveSingleItem().ShouldMatch(@"^[\w+=,.@-]{1,56}$");
        }
    }

    [Fact]
    public async Task A_role_by_web_identity_trusts_one_service_account()
    {
        var mocks = await AwsMocks.RunAsync(() =>
            _ = new ServiceAccountRole(
                "orders",
                new()
                {
                    ProviderArn = "arn:oidc",
                    Issuer = "oidc.example/id/A",
                    Namespace = "shop",
                    ServiceAccount = "orders",
                    Uses = [new(["sqs:SendMessage"], ["arn:queue"])],
                }
            )
        );
        mocks
            .At("aws:iam/role:Role", "orders", "assumeRolePolicy")
            .ShouldBeOfType<string>()
            .ShouldContain("\"oidc.example/id/A:sub\":\"system:serviceaccount:shop:orders\"");
    }
}
