using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Testing;

namespace Packages.Tests.Bindings;

/// <summary>What a program sends when it uses the generated classes, seen by mocks.</summary>
public sealed class GeneratedBehaviourTests
{
    [Fact]
    public async Task Constants_are_sent_whatever_was_set()
    {
        var sent = await Register(() =>
            _ = new Pulumi.Kubernetes.Core.V1.ConfigMap("settings", new() { ApiVersion = "v0", Data = { ["a"] = "1" } })
        );

        sent.Type.ShouldBe("kubernetes:core/v1:ConfigMap");
        sent.Inputs["apiVersion"].ShouldBe("v1");
        sent.Inputs["kind"].ShouldBe("ConfigMap");
        sent.Inputs["data"].ShouldBeAssignableTo<ImmutableDictionary<string, object>>()!["a"].ShouldBe("1");
    }

    [Fact]
    public async Task A_patch_is_sent_under_the_kind_that_it_patches()
    {
        var sent = await Register(() => _ = new Pulumi.Kubernetes.Apps.V1.DeploymentPatch("web"));

        sent.Type.ShouldBe("kubernetes:apps/v1:DeploymentPatch");
        sent.Inputs["kind"].ShouldBe("Deployment");
    }

    [Fact]
    public async Task A_custom_resource_has_the_token_of_its_kind_and_the_properties_of_its_args()
    {
        var sent = await Register(() =>
            _ = new Pulumi.Kubernetes.ApiExtensions.CustomResource(
                "db",
                new DatabaseArgs
                {
                    Metadata = new ObjectMetaArgs { Name = "orders" },
                    Engine = "postgres",
                }
            )
        );

        sent.Type.ShouldBe("kubernetes:example.com/v1:Database");
        sent.Inputs["apiVersion"].ShouldBe("example.com/v1");
        sent.Inputs["kind"].ShouldBe("Database");
        sent.Inputs["engine"].ShouldBe("postgres");
    }

    [Fact]
    public async Task Secret_inputs_become_secret_when_set()
    {
        var token = new Pulumi.Tiny.Garden.TreeArgs { ApiKey = "s3cret" }.ApiKey!;
        var passwords = new Pulumi.Tiny.Garden.TreeArgs { Passwords = { ["a"] = "open" } };
        passwords.Passwords = new InputMap<string> { ["b"] = "hidden" };

        (await Output.IsSecretAsync((Output<string>)token)).ShouldBeTrue();
        (await Output.IsSecretAsync((Output<ImmutableDictionary<string, string>>)passwords.Passwords)).ShouldBeTrue();
    }

    [Fact]
    public void Defaults_come_from_the_schema_and_the_environment()
    {
        new Pulumi.Eks.VpcCniAddonArgs().ResolveConflictsOnCreate.ShouldBe(Pulumi.Eks.ResolveConflictsOnCreate.Overwrite);
        new Pulumi.Tiny.ProviderArgs().Retries.ShouldBeNull();
        new Pulumi.Tiny.Garden.Inputs.SoilArgs().Acid.ShouldNotBeNull();
    }

    [Fact]
    public void Enums_are_equal_by_value_and_convert_explicitly()
    {
        ((string)Pulumi.Kubernetes.Core.V1.ServiceSpecType.LoadBalancer).ShouldBe("LoadBalancer");
        Pulumi.Eks.OperatingSystem.RECOMMENDED.ShouldBe(Pulumi.Eks.OperatingSystem.AL2023);
        ((int)Pulumi.Tiny.OddThings.Level.High).ShouldBe(9);
    }

    [Fact]
    public async Task Call_sites_read_as_with_the_published_packages()
    {
        var sent = await Register(() =>
            _ = new Pulumi.Kubernetes.Core.V1.Service(
                "web",
                new()
                {
                    Metadata = new ObjectMetaArgs { Labels = { ["app"] = "web" } },
                    Spec = new ServiceSpecArgs
                    {
                        Type = Pulumi.Kubernetes.Core.V1.ServiceSpecType.ClusterIP,
                        Ports =
                        {
                            new ServicePortArgs { Port = 80, TargetPort = "http" },
                        },
                    },
                }
            )
        );

        var spec = (ImmutableDictionary<string, object>)sent.Inputs["spec"];
        spec["type"].ShouldBe("ClusterIP");
        ((ImmutableDictionary<string, object>)((ImmutableArray<object>)spec["ports"])[0])["targetPort"].ShouldBe("http");
    }

    private static async Task<MockResourceArgs> Register(Action program)
    {
        var mocks = new Recorder();
        await Deployment.TestAsync(mocks, new TestOptions(), program);
        return mocks.Resources.Single(r => r.Type != "pulumi:pulumi:Stack");
    }

    private sealed class DatabaseArgs() : Pulumi.Kubernetes.ApiExtensions.CustomResourceArgs("example.com/v1", "Database")
    {
        [Input("engine")]
        public Input<string>? Engine { get; set; }
    }

    private sealed class Recorder : IMocks
    {
        public ConcurrentBag<MockResourceArgs> Resources { get; } = [];

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            Resources.Add(args);
            return Task.FromResult<(string?, object)>((args.Name, args.Inputs));
        }

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);
    }
}
