using Components.Identity;
using Components.Targets;
using Components.Values;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Eks.Inputs;
using Provider = Pulumi.Kubernetes.Provider;

namespace Components.Platform;

/// <summary>
/// An Amazon EKS cluster to put workloads on: private nodes, encrypted Secrets and volumes, all logs kept, access by IAM role,
/// network policies in force, an encrypted default storage class.
/// </summary>
/// <remarks>
/// Order, both ways: network, cluster, nodes, what the cluster needs inside (<see cref="ClusterObjects"/>), <see cref="Provider"/>,
/// workloads. What is made with <see cref="Provider"/> is deleted before all else, so no load balancer holds up the network's end.
/// </remarks>
public sealed class EksCluster : ComponentResource
{
    private readonly Ipv4Cidr _range;

    /// <summary>Makes the cluster. Its name in AWS is the component's name.</summary>
    public EksCluster(string name, EksClusterArgs args, ComponentResourceOptions? options = null)
        : base("components:cluster:EksCluster", name, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        Name = name;
        Compute = args.Compute;
        _range = args.Network.Cidr;
        Arn = $"arn:{AwsPartition.Of(args.Region).Name}:eks:{args.Region}:{args.Account}:cluster/{name}";
        var roles = new ClusterRoles(name, args, this);

        // EKS would make the log group itself, unencrypted and kept for ever.
        var logs = new LogGroup(
            $"{name}-logs",
            new()
            {
                Name = $"/aws/eks/{name}/cluster",
                RetentionInDays = args.LogDays,
                KmsKeyId = args.KeyArn,
            },
            new() { Parent = this }
        );
        Eks = new(
            name,
            ControlPlane(name, args, roles),
            new()
            {
                Parent = this,
                Protect = args.Protect,

                // The whole network: nodes that come up before their way out, or lose it before they are gone, hang.
                DependsOn = Inputs([.. roles.Attachments, logs, args.Network]),
                ResourceTransforms = { CreatorAccess.Withhold },
            }
        );

        // The cluster itself, not the component around it: what must be gone before it depends on it.
        Made = [Eks.EksCluster.Apply(cluster => (Resource?)cluster ?? Eks)];
        var kubeconfig = Output.CreateSecret(Eks.KubeconfigJson);
        Running = Eks.KubeconfigJson.Apply(_ => args.Version.ToString());
        var setup = Connect(
            $"{name}-setup",
            EndpointCheck.Before(kubeconfig, args.Endpoint),
            [.. AccessEntries.Declare(this, args), .. Nodes(args, roles)]
        );
        IReadOnlyList<Resource> objects =
        [
            .. ClusterObjects.Make(this, setup),
            .. args.Compute is NodeGroups ? (Resource[])[LoadBalancerController.Install(this, args, setup)] : [],
        ];
        var addOns = ChosenAddOns.Install(this, args, Made.Concat(Inputs(objects)));
        Kubeconfig = kubeconfig;
        Endpoint = Eks.KubeconfigJson.Apply(config => EndpointCheck.ServerOf(config)?.ToString());
        Provider = Connect(name, kubeconfig, [.. objects, .. addOns]);
        RegisterOutputs(new Dictionary<string, object?> { ["name"] = Name, ["kubeconfig"] = Kubeconfig });
    }

    /// <summary>The name in AWS.</summary>
    public string Name { get; }

    /// <summary>The ARN, known before the cluster is.</summary>
    public string Arn { get; }

    /// <summary>What pods run on.</summary>
    public Compute Compute { get; }

    /// <summary>How to connect; a secret. Credentials come from the AWS CLI of whoever uses it.</summary>
    public Output<string> Kubeconfig { get; }

    /// <summary>The address of the Kubernetes API.</summary>
    public Output<string?> Endpoint { get; }

    /// <summary>What to make workloads with.</summary>
    public Provider Provider { get; }

    /// <summary>The package's cluster, with all that it made.</summary>
    public Pulumi.Eks.Cluster Eks { get; }

    internal InputList<Resource> Made { get; }

    /// <summary>The version of Kubernetes, once the control plane has it: what is chosen by it waits for an upgrade.</summary>
    internal Output<string> Running { get; }

    /// <summary>The cluster as workloads see it.</summary>
    /// <param name="domain">The domain of routes, if there is one.</param>
    public ClusterTarget Target(TargetDomain? domain = null) =>
        new(Provider, Compute is AutoMode ? LoadBalancing.AutoMode : LoadBalancing.Controller, _range)
        {
            ClusterName = Name,
            IsCluster = true,
            Domain = domain,
        };

    private static Pulumi.Eks.ClusterArgs ControlPlane(string name, EksClusterArgs args, ClusterRoles roles)
    {
        var cluster = new Pulumi.Eks.ClusterArgs
        {
            Name = name,
            Version = args.Version.ToString(),
            UpgradePolicy = new Pulumi.Aws.Eks.Inputs.ClusterUpgradePolicyArgs
            {
                SupportType = args.Support switch
                {
                    SupportPolicy.Extended => "EXTENDED",
                    SupportPolicy.Standard => "STANDARD",
                },
            },
            VpcId = args.Network.Vpc.Id,

            // Not the public ones: Auto Mode would put nodes there, with no address of their own and so no way out. Load balancers find
            // them by tags.
            PrivateSubnetIds = args.Network.PrivateSubnetIds.ToArray(),
            EndpointPrivateAccess = true,
            EndpointPublicAccess = args.Endpoint.IsPublic,
            AuthenticationMode = Pulumi.Eks.AuthenticationMode.Api,
            ServiceRole = roles.ControlPlane,
            EncryptionConfigKeyArn = args.KeyArn,
            EnabledClusterLogTypes = ["api", "audit", "authenticator", "controllerManager", "scheduler"],
            CreateOidcProvider = true,
            DeletionProtection = args.Protect,
            SkipDefaultNodeGroup = true,
            CreateInstanceRole = false,
            NodeAssociatePublicIpAddress = false,

            // In Auto Mode the nodes serve DNS; for node groups it is made here, once there are nodes (NodeAddOns).
            CorednsAddonOptions = new CoreDnsAddonOptionsArgs { Enabled = false },
        };
        if (args.Endpoint.IsPublic)
        {
            cluster.PublicAccessCidrs = args.Endpoint.Sources.Select(range => range.ToString()).ToArray();
        }

        if (args.Compute is AutoMode)
        {
            cluster.AutoMode = new AutoModeOptionsArgs
            {
                Enabled = true,
                CreateNodeRole = false,
                ComputeConfig = new ClusterComputeConfigArgs { NodePools = { "system" }, NodeRoleArn = roles.Nodes.Arn },
            };
        }
        else
        {
            // All add-ons are made here, in the order that nodes need (NodeAddOns).
            cluster.BootstrapSelfManagedAddons = false;
            cluster.UseDefaultVpcCni = true;
            cluster.KubeProxyAddonOptions = new KubeProxyAddonOptionsArgs { Enabled = false };
        }

        return cluster;
    }

    private static InputList<Resource> Inputs(IEnumerable<Resource> resources) => resources.ToArray();

    // Auto Mode has nodes when pods ask for them.
    private IReadOnlyList<Resource> Nodes(EksClusterArgs args, ClusterRoles roles)
    {
        if (args.Compute is not NodeGroups nodes)
        {
            return [];
        }

        var before = Made.Concat(Inputs(NodeAddOns.BeforeNodes(this, args)));
        var groups = nodes.Groups.Select(group => ManagedNodes.Make(this, args, group, roles.Nodes, before)).ToList();
        return [.. groups, .. NodeAddOns.OnNodes(this, args, Inputs(groups))];
    }

    private Provider Connect(string name, Input<string> kubeconfig, IEnumerable<Resource> after) =>
        new(name, new() { KubeConfig = kubeconfig, ClusterIdentifier = Arn }, new() { Parent = this, DependsOn = Inputs(after) });
}
