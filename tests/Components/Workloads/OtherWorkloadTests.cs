using Components.Data;
using Components.Identity;
using Components.Pods;
using Components.Rollouts;
using Components.Targets;
using Components.Values;
using Components.Workloads;

namespace Components.Tests.Workloads;

public sealed class OtherWorkloadTests
{
    [Fact]
    public async Task A_stateful_service_gives_each_pod_a_disk_and_keeps_it()
    {
        var declared = await Declared.ByAsync(shop =>
            _ = new StatefulService(
                "store",
                new()
                {
                    Namespace = shop,
                    Image = "redis",
                    Release = Release.Of("7.4.1", 3),
                    Port = 6379,
                    Cpu = 100.Millicores(),
                    Memory = 64.MiB(),
                    Health = Health.Exec("redis-cli", "ping"),
                    RunAs = 999,
                    Disks = [new("data", 10.GiB(), At: "/data")],
                }
            )
        );

        declared.At("StatefulSet shop/store", "spec.serviceName").ShouldBe("store-pods");
        declared.At("StatefulSet shop/store", "spec.volumeClaimTemplates.0.spec.resources.requests.storage").ShouldBe("10Gi");
        declared.At("StatefulSet shop/store", "spec.persistentVolumeClaimRetentionPolicy.whenDeleted").ShouldBe("Retain");
        declared.At("StatefulSet shop/store", "spec.template.spec.containers.0.volumeMounts.0.mountPath").ShouldBe("/data");
        declared.At("Service shop/store-pods", "spec.clusterIP").ShouldBe("None");
    }

    [Fact]
    public async Task Init_containers_come_before_sidecars_and_share_volumes_with_the_workload()
    {
        var pages = Volume.EmptyDir("pages", limit: 64.MiB(), inMemory: true);
        var declared = await Declared.ByAsync(shop =>
            _ = new Worker(
                "reports",
                new()
                {
                    Namespace = shop,
                    Image = "reports:1.0.0",
                    Cpu = 100.Millicores(),
                    Memory = 64.MiB(),
                    Volumes = [pages.ReadOnlyAt("/in")],
                    PostStart = Hook.Command("/bin/warm-up"),
                    InitContainers = [Helper("first", pages)],
                    Sidecars = [Helper("writer", pages)],
                    Containers = [Helper("beside", pages)],
                }
            )
        );
        const string Pod = "spec.template.spec";

        declared.At("Deployment shop/reports", $"{Pod}.initContainers.0.name").ShouldBe("first");
        declared.At("Deployment shop/reports", $"{Pod}.initContainers.0.restartPolicy").ShouldBeNull();
        declared.At("Deployment shop/reports", $"{Pod}.initContainers.1.restartPolicy").ShouldBe("Always");
        declared.At("Deployment shop/reports", $"{Pod}.containers.1.name").ShouldBe("beside");
        declared.At("Deployment shop/reports", $"{Pod}.containers.1.securityContext.readOnlyRootFilesystem").ShouldBe("true");
        declared.At("Deployment shop/reports", $"{Pod}.containers.0.volumeMounts.0.readOnly").ShouldBe("true");
        declared.At("Deployment shop/reports", $"{Pod}.containers.0.lifecycle.postStart.exec.command.0").ShouldBe("/bin/warm-up");
        declared.At("Deployment shop/reports", $"{Pod}.volumes.0.emptyDir.medium").ShouldBe("Memory");
        declared.At("Deployment shop/reports", $"{Pod}.volumes.1").ShouldBeNull("one volume, shared");
        declared.Names.ShouldNotContain("Service shop/reports");
    }

    [Fact]
    public async Task Placement_is_said_in_words_and_the_pod_has_the_last()
    {
        var declared = await Declared.ByAsync(shop =>
            _ = new Worker(
                "gpu",
                new()
                {
                    Namespace = shop,
                    Image = "gpu:1.0.0",
                    Cpu = 1.Cores(),
                    Memory = 1.GiB(),
                    Placement = new()
                    {
                        Nodes = new Dictionary<string, string> { ["node"] = "gpu" },
                        Tolerations = [Toleration.Of("gpu", "yes")],
                        ZonesRequired = true,
                        Near = ["cache"],
                        Apart = ["noisy"],
                        PriorityClass = "business-critical",
                    },
                    Pod = pod => pod.HostnameOverride = "last-word",
                }
            )
        );
        const string Pod = "spec.template.spec";

        declared.At("Deployment shop/gpu", $"{Pod}.nodeSelector.node").ShouldBe("gpu");
        declared.At("Deployment shop/gpu", $"{Pod}.tolerations.0.operator").ShouldBe("Equal");
        declared.At("Deployment shop/gpu", $"{Pod}.topologySpreadConstraints.0.whenUnsatisfiable").ShouldBe("DoNotSchedule");
        declared
            .At(
                "Deployment shop/gpu",
                $"{Pod}.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution.0.labelSelector.matchExpressions.0.values.0"
            )
            .ShouldBe("noisy");
        declared.At("Deployment shop/gpu", $"{Pod}.priorityClassName").ShouldBe("business-critical");
        declared.At("Deployment shop/gpu", $"{Pod}.hostnameOverride").ShouldBe("last-word");
    }

    [Fact]
    public async Task A_node_agent_runs_on_every_node_and_paths_of_nodes_are_opted_for()
    {
        const string Why = "reads the logs of all pods of its node";
        var declared = await Declared.ByAsync(shop => Agent(shop, OptOut.HostPaths(Why)));
        declared.At("DaemonSet shop/logs", "spec.template.spec.tolerations.0.operator").ShouldBe("Exists");
        declared.At("DaemonSet shop/logs", "spec.template.spec.volumes.0.hostPath.path").ShouldBe("/var/log/pods");

        var told = await Should.ThrowAsync<Pulumi.RunException>(() => Declared.ByAsync(shop => Agent(shop)));
        told.Message.ShouldContain("shop/logs: volume 'pod-logs' is a path of the node\n  Write OptOuts = [OptOut.HostPaths(reason)]");
    }

    [Fact]
    public async Task Tasks_run_to_their_end_within_a_deadline()
    {
        var declared = await Declared.ByAsync(shop =>
        {
            _ = new ScheduledTask(
                "nightly",
                new()
                {
                    Namespace = shop,
                    Image = "task:1.0.0",
                    Schedule = Schedule.Daily(new(2, 30)) with { TimeZone = "Europe/Berlin" },
                    Cpu = 50.Millicores(),
                    Memory = 32.MiB(),
                    Deadline = 10.Minutes(),
                }
            );
            _ = new OneOffTask(
                "migrate",
                new()
                {
                    Namespace = shop,
                    Image = "task:1.0.0",
                    Cpu = 50.Millicores(),
                    Memory = 32.MiB(),
                    Retries = 0,
                }
            );
        });

        declared.At("CronJob shop/nightly", "spec.schedule").ShouldBe("30 2 * * *");
        declared.At("CronJob shop/nightly", "spec.timeZone").ShouldBe("Europe/Berlin");
        declared.At("CronJob shop/nightly", "spec.concurrencyPolicy").ShouldBe("Forbid");
        declared.At("CronJob shop/nightly", "spec.jobTemplate.spec.activeDeadlineSeconds").ShouldBe("600");
        declared.At("CronJob shop/nightly", "spec.jobTemplate.spec.template.spec.restartPolicy").ShouldBe("Never");
        declared.At("Job shop/migrate", "spec.backoffLimit").ShouldBe("0");
    }

    [Fact]
    public async Task Rights_in_AWS_come_with_a_service_account_and_the_way_to_its_credentials()
    {
        var declared = await Declared.ByAsync(shop =>
            _ = new Worker(
                "orders",
                new()
                {
                    Namespace = shop,
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

        declared.At("Deployment shop/orders", "spec.template.spec.serviceAccountName").ShouldBe("orders");
        declared.At("ServiceAccount shop/orders", "automountServiceAccountToken").ShouldBe("false");
        declared.At("NetworkPolicy shop/orders-identity", "spec.egress.0.to.0.ipBlock.cidr").ShouldBe("169.254.170.23/32");
    }

    [Fact]
    public async Task Secrets_of_Secrets_Manager_are_named_and_never_held()
    {
        var declared = await Declared.ByAsync(shop =>
        {
            var secrets = new ManagedSecrets("payments", new() { Namespace = shop, Files = { ["api-key"] = "arn:aws:secretsmanager:x" } });
            _ = new Worker(
                "payments",
                new()
                {
                    Namespace = shop,
                    Image = "payments:1.0.0",
                    Cpu = 50.Millicores(),
                    Memory = 32.MiB(),
                    Uses = [secrets.Read()],
                    Files = [Files.From(secrets, at: "/etc/secrets")],
                }
            );
        });

        declared
            .At("SecretProviderClass shop/payments", "spec.parameters.objects")
            .ShouldBe("- objectName: \"arn:aws:secretsmanager:x\"\n  objectType: secretsmanager\n  objectAlias: \"api-key\"\n");
        declared
            .At("Deployment shop/payments", "spec.template.spec.volumes.0.csi.volumeAttributes.secretProviderClass")
            .ShouldBe(declared.At("SecretProviderClass shop/payments", "metadata.name"));
        declared.Names.ShouldNotContain("Secret shop/payments");
    }

    [Fact]
    public async Task Names_are_taken_once_in_a_namespace_and_in_a_pod()
    {
        var told = await Should.ThrowAsync<Pulumi.RunException>(() =>
            Declared.ByAsync(shop =>
                ProblemCollection.Gather(() =>
                {
                    _ = new OneOffTask(
                        "twice",
                        new()
                        {
                            Namespace = shop,
                            Image = "task:1.0.0",
                            Cpu = 50.Millicores(),
                            Memory = 32.MiB(),
                        }
                    );
                    _ = new ScheduledTask(
                        "twice",
                        new()
                        {
                            Namespace = shop,
                            Image = "task:1.0.0",
                            Schedule = Schedule.Hourly(),
                            Cpu = 50.Millicores(),
                            Memory = 32.MiB(),
                            Sidecars = [Helper("twice", Volume.EmptyDir("x"))],
                        }
                    );
                })
            )
        );

        told.Message.ShouldContain(
            "error: a workload named 'shop/twice' is declared twice\n  The first is in Workloads/OtherWorkloadTests.cs:"
        );
        told.Message.ShouldContain("error: shop/twice: two containers are named 'twice'\n");
    }

    private static void Agent(AppNamespace shop, params OptOut[] optOuts) =>
        _ = new NodeAgent(
            "logs",
            new()
            {
                Namespace = shop,
                Image = "logs:1.0.0",
                Cpu = 50.Millicores(),
                Memory = 32.MiB(),
                OptOuts = optOuts,
                Volumes = [Volume.Host("pod-logs", "/var/log/pods").ReadOnlyAt("/var/log/pods")],
            }
        );

    private static Container Helper(string name, Volume volume) =>
        new(name)
        {
            Image = "busybox:1.37.0",
            Cpu = 10.Millicores(),
            Memory = 16.MiB(),
            Volumes = [volume.At("/shared")],
        };
}
