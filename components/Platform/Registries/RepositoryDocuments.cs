using System.Text.Json;
using Components.Identity;

namespace Components.Platform;

/// <summary>The JSON documents of an ECR repository.</summary>
internal static class RepositoryDocuments
{
    private const int UntaggedDays = 14;

    public static string Lifecycle(int keep) =>
        JsonSerializer.Serialize(
            new
            {
                rules = (object[])
                    [
                        new
                        {
                            rulePriority = 1,
                            description = "Untagged images are what a failed push leaves",
                            selection = new
                            {
                                tagStatus = "untagged",
                                countType = "sinceImagePushed",
                                countUnit = "days",
                                countNumber = UntaggedDays,
                            },
                            action = new { type = "expire" },
                        },
                        new
                        {
                            rulePriority = 2,
                            description = $"The newest {keep} stay",
                            selection = new
                            {
                                tagStatus = "tagged",
                                tagPatternList = (string[])["*"],
                                countType = "imageCountMoreThan",
                                countNumber = keep,
                            },
                            action = new { type = "expire" },
                        },
                    ],
            }
        );

    public static string Pull(IEnumerable<string> accounts, AwsPartition partition) =>
        JsonSerializer.Serialize(
            new
            {
                Version = "2012-10-17",
                Statement = (object[])
                    [
                        new
                        {
                            Sid = "Pull",
                            Effect = "Allow",
                            Principal = new { AWS = accounts.Select(partition.Account) },
                            Action = (string[])["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:BatchCheckLayerAvailability"],
                        },
                    ],
            }
        );
}
