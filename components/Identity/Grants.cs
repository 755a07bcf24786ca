using Pulumi;
using Pulumi.Aws.S3;
using Pulumi.Aws.SecretsManager;
using Pulumi.Aws.Sqs;

namespace Components.Identity;

/// <summary>The usual rights on AWS resources, no wider than the word says.</summary>
public static class Grants
{
    /// <summary>List the bucket and read its objects.</summary>
    public static IReadOnlyList<Grant> Read(this Bucket bucket) =>
        [new(["s3:ListBucket"], [Arn(bucket)]), new(["s3:GetObject"], [Objects(bucket)])];

    /// <summary>List the bucket; read, write and delete its objects.</summary>
    public static IReadOnlyList<Grant> ReadWrite(this Bucket bucket) =>
        [new(["s3:ListBucket"], [Arn(bucket)]), new(["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], [Objects(bucket)])];

    /// <summary>Put messages into the queue.</summary>
    public static IReadOnlyList<Grant> Send(this Queue queue) =>
        [new(["sqs:SendMessage", "sqs:GetQueueUrl", "sqs:GetQueueAttributes"], [Arn(queue)])];

    /// <summary>Take messages out of the queue.</summary>
    public static IReadOnlyList<Grant> Receive(this Queue queue) =>
        [
            new(
                ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueUrl", "sqs:GetQueueAttributes"],
                [Arn(queue)]
            ),
        ];

    /// <summary>Read the secret's value.</summary>
    public static IReadOnlyList<Grant> Read(this Secret secret) =>
        [new(["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"], [Arn(secret)])];

    private static Input<string> Arn(Bucket bucket) => bucket.Arn;

    private static Input<string> Arn(Queue queue) => queue.Arn;

    private static Input<string> Arn(Secret secret) => secret.Arn;

    private static Input<string> Objects(Bucket bucket) => Output.Format($"{bucket.Arn}/*");
}
