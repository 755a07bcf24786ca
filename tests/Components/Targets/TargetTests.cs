using System.Collections.Concurrent;
using System.Collections.Immutable;
using Components.Identity;
using Components.Targets;
using Components.Tests.Mocks;
using Components.Tests.Settings;
using Components.Values;
using Components.Workloads;
using Pulumi;
using Pulumi.Testing;

namespace Components.Tests.Targets;

public sealed class TargetTests
{
    [Fact]
    public async Task A_cluster_of_another_stack_is_known_by_its_outputs()
    {
        var mocks = new OtherStack();
        await Deployment.TestAsync(mocks, new TestOptions { IsPreview = false }, () =>
        {
            var target = Target("{ stack: acme/infra/dev }");
            target.ClusterName.ShouldNotBeNull();
        });
        var provider = mocks.Seen["kubernetes"];
        (provider["kubeconfig"], provider["clusterIdentifier"]).ShouldBe(("{the kubeconfig}", "arn:the-cluster"));
    }

    [Theory]
    [InlineData("{ context: c, clusterIdentifier: c }", 1)]
    [InlineData("{ context: c, clusterIdentifier: c, eksCluster: blue }", 0)]
    [InlineData("{ folder: nowhere }", 0)]
    public async Task Rights_in_AWS_need_the_name_of_the_cluster_in_EKS(string settings, int problems)
    {
        var told = new List<string>();
        await AwsMocks.RunAsync(() =>
        {
            try
            {
                ProblemCollection.Gather(() =>
                    _ = new Worker(
                        "orders",
                        new()
                        {
                            Namespace = new AppNamespace("shop", new() { Target = Target(settings) }),
                            Image = "orders:1.0.0",
                            Cpu = 50.Millicores(),
                            Memory = 32.MiB(),
                            Uses =
                            [
                                [new Grant(["s3:GetObject"], ["arn:aws:s3:::orders/*"])],
                            ],
                        }
                    )
                );
            }
            catch (ProblemsException found)
            {
                told.AddRange(found.Problems.Select(problem => problem.Summary));
            }
        });
        told.ShouldBe(Enumerable.Repeat("shop/orders: Uses something in AWS, and the target is no cluster of EKS", problems));
    }

    private static ClusterTarget Target(string settings)
    {
        var document = YamlSettings.Document($"  platform:target: {settings}");
        var target = TargetSettings.Read(document.Find("platform:target"))!;
        document.Problems.ShouldBeEmpty();
        return target.Declare();
    }

    private sealed class OtherStack : IMocks
    {
        public ConcurrentDictionary<string, ImmutableDictionary<string, object>> Seen { get; } = [];

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            Seen[args.Name!] = args.Inputs;
            return Task.FromResult<(string?, object)>(
                (
                    args.Id ?? args.Name,
                    args.Type == "pulumi:pulumi:StackReference"
                        ? args.Inputs.SetItem(
                            "outputs",
                            new Dictionary<string, object>
                            {
                                ["kubeconfig"] = "{the kubeconfig}",
                                ["clusterArn"] = "arn:the-cluster",
                                ["clusterName"] = "blue",
                            }.ToImmutableDictionary()
                        )
                        : args.Inputs
                )
            );
        }

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);
    }
}
