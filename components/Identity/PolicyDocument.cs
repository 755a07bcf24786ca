using System.Text.Encodings.Web;
using System.Text.Json;

namespace Components.Identity;

/// <summary>IAM policy documents as JSON. Built here and not by a call to AWS, so that a preview needs none.</summary>
public static class PolicyDocument
{
    // Readable in a diff: ARNs and conditions hold characters that the default encoder would escape.
    private static readonly JsonSerializerOptions s_options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>A document that allows these statements.</summary>
    public static string Allow(IEnumerable<PolicyStatement> statements) =>
        Document(
            statements.Select(s =>
                (object)
                    new
                    {
                        Effect = "Allow",
                        Action = s.Actions,
                        Resource = s.Resources,
                        s.Condition,
                    }
            )
        );

    /// <summary>A trust policy: an AWS service may take the role.</summary>
    /// <param name="service">The service's principal, such as <c>eks.amazonaws.com</c>.</param>
    /// <param name="tagSession">Whether it may tag the session, as Auto Mode and pod identity do.</param>
    public static string TrustService(string service, bool tagSession = false) =>
        Document([
            new
            {
                Effect = "Allow",
                Principal = new { Service = service },
                Action = tagSession ? (string[])["sts:AssumeRole", "sts:TagSession"] : ["sts:AssumeRole"],
            },
        ]);

    /// <summary>A trust policy: one service account may take the role, through the cluster's OIDC provider (IRSA).</summary>
    /// <param name="providerArn">The ARN of the OIDC provider.</param>
    /// <param name="issuer">The issuer, without <c>https://</c>.</param>
    /// <param name="serviceAccountNamespace">The namespace of the service account.</param>
    /// <param name="serviceAccount">The name of the service account.</param>
    public static string TrustServiceAccount(string providerArn, string issuer, string serviceAccountNamespace, string serviceAccount) =>
        Document([
            new
            {
                Effect = "Allow",
                Principal = new { Federated = providerArn },
                Action = (string[])["sts:AssumeRoleWithWebIdentity"],
                Condition = new
                {
                    StringEquals = new Dictionary<string, string>
                    {
                        [$"{issuer}:sub"] = $"system:serviceaccount:{serviceAccountNamespace}:{serviceAccount}",
                        [$"{issuer}:aud"] = "sts.amazonaws.com",
                    },
                },
            },
        ]);

    /// <summary>The policy of a bucket: nothing without TLS, for nobody.</summary>
    /// <param name="bucketArn">The bucket's ARN.</param>
    public static string DenyInsecureTransport(string bucketArn) =>
        Document([
            new
            {
                Sid = "TlsOnly",
                Effect = "Deny",
                Principal = "*",
                Action = (string[])["s3:*"],
                Resource = (string[])[bucketArn, $"{bucketArn}/*"],
                Condition = new { Bool = new Dictionary<string, string> { ["aws:SecureTransport"] = "false" } },
            },
        ]);

    /// <summary>The policy of a KMS key: the account's own IAM policies decide, and CloudWatch Logs may use it for the account's log
    /// groups.</summary>
    /// <param name="account">The account, 12 digits.</param>
    /// <param name="region">The region of the log groups.</param>
    public static string KeyFor(string account, string region)
    {
        var partition = AwsPartition.Of(region);
        return Document([
            new
            {
                Sid = "Account",
                Effect = "Allow",
                Principal = new { AWS = partition.Account(account) },
                Action = (string[])["kms:*"],
                Resource = (string[])["*"],
            },
            new
            {
                Sid = "Logs",
                Effect = "Allow",
                Principal = new { Service = partition.Logs(region) },
                Action = (string[])["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
                Resource = (string[])["*"],
                Condition = new
                {
                    ArnLike = new Dictionary<string, string>
                    {
                        ["kms:EncryptionContext:aws:logs:arn"] = $"arn:{partition.Name}:logs:{region}:{account}:*",
                    },
                },
            },
        ]);
    }

    private static string Document(IEnumerable<object> statements) =>
        JsonSerializer.Serialize(new { Version = "2012-10-17", Statement = statements }, s_options);
}
