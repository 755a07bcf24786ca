using System.Globalization;
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Components.Platform;

/// <summary>The nodes of Auto Mode that workloads get, within the bounds that the stack sets. EKS's own pool knows no spot and no
/// bound.</summary>
internal sealed class NodePool : Pulumi.Kubernetes.ApiExtensions.CustomResource
{
    public NodePool(string name, AutoMode auto, CustomResourceOptions options)
        : base(name, new NodePoolArgs(auto), options) { }

    private sealed class NodePoolArgs : CustomResourceArgs
    {
        public NodePoolArgs(AutoMode auto)
            : base("karpenter.sh/v1", "NodePool")
        {
            Metadata = new ObjectMetaArgs { Name = "workloads" };
            Spec = new()
            {
                ["template"] = new Dictionary<string, object>
                {
                    ["spec"] = new Dictionary<string, object>
                    {
                        ["nodeClassRef"] = new Dictionary<string, object>
                        {
                            ["group"] = "eks.amazonaws.com",
                            ["kind"] = "NodeClass",
                            ["name"] = "default",
                        },
                        ["requirements"] = Requirements(auto),
                        ["expireAfter"] = "336h",
                        ["terminationGracePeriod"] = "24h",
                    },
                },
                ["disruption"] = new Dictionary<string, object>
                {
                    ["consolidationPolicy"] = "WhenEmptyOrUnderutilized",
                    ["consolidateAfter"] = "1m",
                    ["budgets"] = new object[] { new Dictionary<string, object> { ["nodes"] = "10%" } },
                },
                ["limits"] = new Dictionary<string, object> { ["cpu"] = auto.MaxCpus.ToString(CultureInfo.InvariantCulture) },
            };
        }

        [Input("spec")]
        public InputMap<object> Spec { get; }

        private static object[] Requirements(AutoMode auto) =>
            [
                In("karpenter.sh/capacity-type", auto.Capacity.Select(Word)),
                In("kubernetes.io/arch", auto.Architectures.Select(Word)),
                In("eks.amazonaws.com/instance-category", ["c", "m", "r"]),
                new Dictionary<string, object>
                {
                    ["key"] = "eks.amazonaws.com/instance-generation",
                    ["operator"] = "Gt",
                    ["values"] = (object[])["4"],
                },
            ];

        private static string Word(Capacity capacity) =>
            capacity switch
            {
                Capacity.Spot => "spot",
                Capacity.OnDemand => "on-demand",
            };

        private static string Word(Architecture architecture) =>
            architecture switch
            {
                Architecture.Amd64 => "amd64",
                Architecture.Arm64 => "arm64",
            };

        private static Dictionary<string, object> In(string key, IEnumerable<string> values) =>
            new()
            {
                ["key"] = key,
                ["operator"] = "In",
                ["values"] = values.Cast<object>().ToArray(),
            };
    }
}
