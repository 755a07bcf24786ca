using Components.Policies;

namespace Infra.Policies;

/// <summary>Rules over what is stored.</summary>
public static class EncryptionPolicies
{
    // What must be set, and to what, for a resource that would store in clear without it.
    private static readonly Dictionary<string, (string[] Path, string? Value)> s_switches = new()
    {
        ["eks:index:Cluster"] = (["encryptionConfigKeyArn"], null),
        ["aws:efs/fileSystem:FileSystem"] = (["encrypted"], "true"),
        ["aws:ebs/volume:Volume"] = (["encrypted"], "true"),
        ["aws:rds/instance:Instance"] = (["storageEncrypted"], "true"),
        ["aws:rds/cluster:Cluster"] = (["storageEncrypted"], "true"),
        ["aws:elasticache/replicationGroup:ReplicationGroup"] = (["atRestEncryptionEnabled"], "true"),
        ["aws:cloudwatch/logGroup:LogGroup"] = (["kmsKeyId"], null),
        ["kubernetes:storage.k8s.io/v1:StorageClass"] = (["parameters", "encrypted"], "true"),
    };

    /// <summary>ENC001: what is stored is encrypted.</summary>
    public static Policy AtRest { get; } =
        Policy.OnEach("ENC001", "what lies on a disk outlives the disk's owner", "Switch encryption on.", resource =>
            Switch(resource).Concat(Disks(resource))
        );

    private static IEnumerable<(PropertyNode, string)> Switch(RegisteredResource resource)
    {
        if (s_switches.TryGetValue(resource.Type, out var needed))
        {
            var at = needed.Path.Aggregate(resource.Inputs, (node, name) => node[name]);
            if (at.IsAbsent || (needed.Value is not null && !at.IsOpaque && at.Text != needed.Value && at.Flag != true))
            {
                yield return (at, at.IsAbsent ? "is not set" : "is off");
            }
        }
    }

    private static IEnumerable<(PropertyNode, string)> Disks(RegisteredResource resource) =>
        resource.Type == "aws:ec2/launchTemplate:LaunchTemplate"
            ? resource
                .Inputs["blockDeviceMappings"]
                .Items.Select(disk => disk["ebs"]["encrypted"])
                .Where(encrypted => !encrypted.IsOpaque && encrypted.Text != "true")
                .Select(encrypted => (encrypted, encrypted.IsAbsent ? "is not set" : "is off"))
            : [];
}
