using Components.Identity;

namespace Components.Tests.Identity;

public sealed class PolicyDocumentTests
{
    [Fact]
    public void Allows_actions_on_resources() =>
        PolicyDocument
            .Allow([new(["s3:GetObject"], ["arn:aws:s3:::pictures/*"])])
            .ShouldBe(
                """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject"],"Resource":["arn:aws:s3:::pictures/*"]}]}"""
            );

    [Fact]
    public void Pod_identity_may_tag_its_sessions() =>
        PolicyDocument
            .TrustService("pods.eks.amazonaws.com", tagSession: true)
            .ShouldBe(
                """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"pods.eks.amazonaws.com"},"Action":["sts:AssumeRole","sts:TagSession"]}]}"""
            );

    [Fact]
    public void A_service_account_is_trusted_by_name_and_audience() =>
        PolicyDocument
            .TrustServiceAccount(
                "arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/AB",
                "oidc.eks.eu-central-1.amazonaws.com/id/AB",
                "shop",
                "orders"
            )
            .ShouldBe(
                """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/AB"},"Action":["sts:AssumeRoleWithWebIdentity"],"Condition":{"StringEquals":{"oidc.eks.eu-central-1.amazonaws.com/id/AB:sub":"system:serviceaccount:shop:orders","oidc.eks.eu-central-1.amazonaws.com/id/AB:aud":"sts.amazonaws.com"}}}]}"""
            );

    [Fact]
    public void A_key_serves_the_accounts_log_groups_and_no_others() =>
        PolicyDocument
            .KeyFor("123456789012", "eu-central-1")
            .ShouldContain("""{"ArnLike":{"kms:EncryptionContext:aws:logs:arn":"arn:aws:logs:eu-central-1:123456789012:*"}}""");
}
