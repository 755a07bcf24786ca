using System.Collections.Concurrent;
using Components.Pods;
using Components.Targets;
using Components.Values;
using Components.Workloads;
using Pulumi;
using Pulumi.Testing;

namespace Components.Tests.Workloads;

/// <summary>A task that runs once waits for what it calls.</summary>
public sealed class WaitingTests
{
    [Fact]
    public async Task A_one_off_task_is_registered_after_what_it_calls_is_made()
    {
        var slow = new SlowDeployments();
        await Deployment.TestAsync(slow, new TestOptions { IsPreview = false }, () =>
        {
            var provider = new Pulumi.Kubernetes.Provider("test", new() { RenderYamlToDirectory = "nowhere" });
            var shop = new AppNamespace(
                "shop",
                new() { Target = new ClusterTarget(provider, LoadBalancing.Controller, Ipv4Cidr.Parse("10.0.0.0/16")) }
            );
            var orders = new WebService(
                "orders",
                new()
                {
                    Namespace = shop,
                    Image = "orders:1.0.0",
                    Port = 8080,
                    MorePorts = { ["admin"] = 8081 },
                    Cpu = 50.Millicores(),
                    Memory = 32.MiB(),
                    Health = Health.Tcp(),
                }
            );
            _ = new OneOffTask(
                "seed",
                new()
                {
                    Namespace = shop,
                    Image = "seed:1.0.0",
                    Cpu = 50.Millicores(),
                    Memory = 32.MiB(),
                    Calls = [orders.At("admin")],
                }
            );
        });

        slow.JobSawDeployment.ShouldBeTrue();
    }

    /// <summary>Deployments take their time: a Job that did not wait is registered before one is made.</summary>
    private sealed class SlowDeployments : IMocks
    {
        private readonly ConcurrentDictionary<string, bool> _made = new();

        public bool JobSawDeployment { get; private set; }

        public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            if (args.Type!.EndsWith(":Deployment", StringComparison.Ordinal))
            {
                await Task.Delay(300);
                _made[args.Type] = true;
            }

            if (args.Type.EndsWith(":Job", StringComparison.Ordinal))
            {
                JobSawDeployment = !_made.IsEmpty;
            }

            return (args.Name, args.Inputs);
        }

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);
    }
}
