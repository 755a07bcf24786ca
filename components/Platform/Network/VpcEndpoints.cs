using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;

namespace Components.Platform;

/// <summary>Ways to AWS services that stay inside the VPC: cheaper than NAT by the gigabyte, and there when NAT is not.</summary>
internal sealed class VpcEndpoints
{
    public VpcEndpoints(string name, Network network, NetworkArgs args, InputList<string> subnetIds, List<RouteTable> tables)
    {
        _ = new VpcEndpoint(
            $"{name}-s3",
            new()
            {
                VpcId = network.Vpc.Id,
                VpcEndpointType = "Gateway",
                ServiceName = $"com.amazonaws.{args.Region}.s3",
                RouteTableIds = [.. tables.Select(table => (Input<string>)table.Id)],
                Tags = Network.Named($"{name}-s3"),
            },
            network.Child
        );
        if (args.Endpoints.Count == 0)
        {
            return;
        }

        var callers = new SecurityGroup(
            $"{name}-endpoints",
            new()
            {
                Description = "HTTPS from the VPC to endpoints of AWS services",
                VpcId = network.Vpc.Id,
                Ingress =
                {
                    new SecurityGroupIngressArgs
                    {
                        Protocol = "tcp",
                        FromPort = 443,
                        ToPort = 443,
                        CidrBlocks = { args.Cidr.ToString() },
                    },
                },
                Tags = Network.Named($"{name}-endpoints"),
            },
            network.Child
        );
        foreach (var service in args.Endpoints)
        {
            _ = new VpcEndpoint(
                $"{name}-{service.Replace('.', '-')}",
                new()
                {
                    VpcId = network.Vpc.Id,
                    VpcEndpointType = "Interface",
                    ServiceName = $"com.amazonaws.{args.Region}.{service}",
                    PrivateDnsEnabled = true,
                    SubnetIds = subnetIds,
                    SecurityGroupIds = { callers.Id },
                    Tags = Network.Named($"{name}-{service}"),
                },
                network.Child
            );
        }
    }
}
