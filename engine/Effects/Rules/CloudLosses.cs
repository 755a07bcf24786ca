namespace Engine.Effects.Rules;

/// <summary>What is lost with an AWS resource that is deleted or replaced.</summary>
internal static class CloudLosses
{
    private static readonly Dictionary<string, Finding> s_losses = new()
    {
        ["aws:eks/cluster:Cluster"] = new("all workloads go, and the volumes of the cluster", Impact.DataLoss),
        ["eks:index:Cluster"] = new("all workloads go, and the volumes of the cluster", Impact.DataLoss),
        ["aws:eks/nodeGroup:NodeGroup"] = new("its nodes are drained, pods move to others if there is room", Impact.Outage)
        {
            Span = "minutes",
            Advice = ["instead: add a second node group, then remove this one"],
        },
        ["aws:eks/addon:Addon"] = new("what the add-on does stops meanwhile", Impact.Outage) { Span = "minutes" },
        ["aws:eks/accessEntry:AccessEntry"] = new("whom it names is locked out", Impact.Outage),
        ["aws:ec2/vpc:Vpc"] = new("everything in the network goes with it", Impact.DataLoss),
        ["aws:ec2/subnet:Subnet"] = new("nodes and load balancers in it go", Impact.Outage) { Span = "minutes" },
        ["aws:ec2/natGateway:NatGateway"] = new("connections out to the internet break, from another address after", Impact.Outage)
        {
            Span = "minutes",
        },
        ["aws:ec2/eip:Eip"] = new("the address is given back; whoever has it in a list must change it", Impact.Outage),
        ["aws:ec2/internetGateway:InternetGateway"] = new("no way in from or out to the internet meanwhile", Impact.Outage)
        {
            Span = "minutes",
        },
        ["aws:kms/key:Key"] = new("what it encrypted can no longer be read", Impact.DataLoss),
        ["aws:s3/bucket:Bucket"] = new("its objects go", Impact.DataLoss),
        ["aws:s3/bucketV2:BucketV2"] = new("its objects go", Impact.DataLoss),
        ["aws:sqs/queue:Queue"] = new("its messages go", Impact.DataLoss),
        ["aws:ecr/repository:Repository"] = new("its images go", Impact.DataLoss),
        ["aws:secretsmanager/secret:Secret"] = new("its value goes", Impact.DataLoss),
        ["aws:ssm/parameter:Parameter"] = new("its value goes", Impact.DataLoss),
        ["aws:cloudwatch/logGroup:LogGroup"] = new("its logs go", Impact.DataLoss),
        ["aws:route53/zone:Zone"] = new("the domain gets other name servers", Impact.Outage),
        ["aws:route53/record:Record"] = new("the name no longer resolves", Impact.Outage),
        ["aws:rds/instance:Instance"] = new("its data go", Impact.DataLoss),
        ["aws:rds/cluster:Cluster"] = new("its data go", Impact.DataLoss),
        ["aws:dynamodb/table:Table"] = new("its data go", Impact.DataLoss),
        ["aws:ebs/volume:Volume"] = new("its data go", Impact.DataLoss),
        ["aws:efs/fileSystem:FileSystem"] = new("its data go", Impact.DataLoss),
    };

    /// <summary>Null for a type of which nothing is known.</summary>
    public static Finding? Of(string type) => s_losses.GetValueOrDefault(type);

    /// <summary>Whether people think of it as a thing of its own.</summary>
    public static bool IsNotable(string type) => s_losses.ContainsKey(type);
}
