using Pulumi;
using Pulumi.Aws.CloudWatch;

namespace Components.Platform;

/// <summary>The add-ons that a stack asks for.</summary>
internal static class ChosenAddOns
{
    private static readonly string[] s_containerLogs = ["application", "dataplane", "host", "performance"];

    public static IReadOnlyList<Resource> Install(EksCluster cluster, EksClusterArgs args, InputList<Resource> after)
    {
        var installer = new AddOnInstaller(cluster, args);
        return
        [
            .. args
                .AddOns.Distinct()
                .Select(addOn =>
                    addOn switch
                    {
                        AddOn.MetricsServer => installer.Install("metrics-server", after),
                        AddOn.SecretsStore => installer.Install("aws-secrets-store-csi-driver-provider", after),
                        AddOn.CertManager => installer.Install("cert-manager", after),
                        AddOn.Observability => installer.Install(
                            "amazon-cloudwatch-observability",
                            after.Concat(ContainerLogs(cluster, args)),
                            serviceAccount: "cloudwatch-agent",
                            managedPolicies: ["CloudWatchAgentServerPolicy", "AWSXrayWriteOnlyAccess"]
                        ),
                        AddOn.ExternalDns => ExternalDns.Install(installer, cluster, args, after),
                    }
                ),
        ];
    }

    // The add-on would make them itself, unencrypted and kept for ever.
    private static Resource[] ContainerLogs(EksCluster cluster, EksClusterArgs args) =>
        [
            .. s_containerLogs.Select(kind => new LogGroup(
                $"{cluster.Name}-{kind}-logs",
                new()
                {
                    Name = $"/aws/containerinsights/{cluster.Name}/{kind}",
                    RetentionInDays = args.LogDays,
                    KmsKeyId = args.KeyArn,
                },
                new() { Parent = cluster }
            )),
        ];
}
