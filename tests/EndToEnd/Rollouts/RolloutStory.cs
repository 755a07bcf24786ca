using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Rollouts;

/// <summary>
/// Every kind of rollout on a real control plane, watched while it happens. A step of the story is one changed line for each workload and
/// one
/// <c>up</c>, by the embedded engine, which waits for what it makes as the published provider does.
/// </summary>
[TestCaseOrderer(StepOrderer.Type, StepOrderer.Assembly)]
[Collection(CheckoutCollection.Name)]
public sealed class RolloutStory(Checkout checkout, RolloutCluster cluster) : IClassFixture<RolloutCluster>
{
    [SkippableFact, Step(1)]
    public void The_platform_runs_its_task_has_ended_and_its_volumes_are_bound()
    {
        RolloutCluster.RequireTools();
        cluster.Open(checkout);
        cluster.Up();

        cluster.Kubectl("wait", "job/seed", "-n", "workshop", "--for=condition=Complete", "--timeout=60s").ShouldSucceed();
        cluster.Kubectl("create", "job", "export-now", "--from=cronjob/export", "-n", "workshop").ShouldSucceed();
        cluster.Kubectl("wait", "job/export-now", "-n", "workshop", "--for=condition=Complete", "--timeout=60s").ShouldSucceed();
        cluster
            .Get("persistentvolumeclaims", "workshop")
            .Select(claim => $"{claim["metadata"]!["name"]} {claim["status"]!["phase"]}")
            .Order(StringComparer.Ordinal)
            .ShouldBe(["data-store-0 Bound", "exports Bound"]);
    }

    [SkippableFact, Step(2)]
    public void An_autoscaler_moves_its_target_and_no_update_moves_it_back()
    {
        RolloutCluster.RequireTools();
        var autoscaler = cluster.Get("horizontalpodautoscalers", "picturesocial").ShouldHaveSingleItem();
        autoscaler["spec"]!["scaleTargetRef"]!
            .ToJsonString()
            .ShouldBe("""{"apiVersion":"apps/v1","kind":"Deployment","name":"picturesocial-pictures"}""");
        ((int)autoscaler["spec"]!["minReplicas"]!).ShouldBe(3);
        cluster
            .Kubectl(
                "wait",
                "deployment/picturesocial-pictures",
                "-n",
                "picturesocial",
                "--for=jsonpath={.status.readyReplicas}=3",
                "--timeout=90s"
            )
            .ShouldSucceed();

        // As the autoscaler does under load; without metrics it keeps any number within its bounds.
        cluster.Kubectl("scale", "deployment/picturesocial-pictures", "-n", "picturesocial", "--replicas=5").ShouldSucceed();
        cluster
            .Kubectl(
                "wait",
                "deployment/picturesocial-pictures",
                "-n",
                "picturesocial",
                "--for=jsonpath={.status.readyReplicas}=5",
                "--timeout=90s"
            )
            .ShouldSucceed();
        cluster.Up("--expect-no-changes");
        cluster.Replicas("picturesocial", "picturesocial-pictures").ShouldBe(5);
    }

    [SkippableFact, Step(3)]
    public void No_rollout_leaves_requests_without_pods_and_weights_wait_for_them()
    {
        RolloutCluster.RequireTools();
        using var recorder = cluster.Record();

        cluster.Release("workshop/frontend", "{ version: 1.29.4, replicas: 2 }");
        cluster.Release("picturesocial/pictures", "{ version: 1.5.0, replicas: { min: 3, max: 6, cpu: 70 } }");
        cluster.Release("web/nginx", "{ version: 1.29.3, replicas: 10, canary: { version: 1.29.4, weight: 10 } }");
        cluster.Release("dashboard/dashboard", "{ version: 1.3.0, replicas: 3, canary: { version: 1.4.0, weight: 10 } }");
        cluster.Release("dashboard/api", "{ version: 1.3.0, replicas: 2, blueGreen: { version: 1.4.0, active: blue } }");
        cluster.Release("workshop/hello", "{ version: 1.0.0, replicas: 2, blueGreen: { version: 1.1.0, active: blue } }");
        cluster.Up();
        cluster.Replicas("picturesocial", "picturesocial-pictures").ShouldBe(5);
        (cluster.Replicas("web", "nginx"), cluster.Replicas("web", "nginx-canary")).ShouldBe((9, 1));

        cluster.Release("dashboard/dashboard", "{ version: 1.3.0, replicas: 3, canary: { version: 1.4.0, weight: 30 } }");
        cluster.Release("dashboard/api", "{ version: 1.3.0, replicas: 2, blueGreen: { version: 1.4.0, active: green } }");
        cluster.Release("workshop/hello", "{ version: 1.0.0, replicas: 2, blueGreen: { version: 1.1.0, active: green } }");
        cluster.Up();

        cluster.Release("dashboard/dashboard", "{ version: 1.3.0, replicas: 3, canary: { version: 1.4.0, weight: 70 } }");
        cluster.Release("dashboard/api", "{ version: 1.3.0, replicas: 2, blueGreen: { version: 1.4.0, active: blue } }");
        cluster.Release("workshop/hello", "{ version: 1.0.0, replicas: 2, blueGreen: { version: 1.1.0, active: blue } }");
        cluster.Up();

        cluster.Release("web/nginx", "{ version: 1.29.3, replicas: 10 }");
        cluster.Release("dashboard/dashboard", "{ version: 1.3.0, replicas: 3, canary: { version: 1.4.0, weight: 100 } }");
        cluster.Release("dashboard/api", "{ version: 1.3.0, replicas: 2, blueGreen: { version: 1.4.0, active: green } }");
        cluster.Release("workshop/hello", "{ version: 1.0.0, replicas: 2, blueGreen: { version: 1.1.0, active: green } }");
        cluster.Up();

        // The end of each: the version that was tried is the version.
        cluster.Release("dashboard/dashboard", "{ version: 1.4.0, replicas: 3 }");
        cluster.Release("dashboard/api", "{ version: 1.4.0, replicas: 2 }");
        cluster.Release("workshop/hello", "{ version: 1.1.0, replicas: 2 }");
        cluster.Up();

        // A candidate that finds no node gets no traffic, until it has found one. Then it is taken back.
        cluster.Kubectl("cordon", "--selector", "type=kwok").ShouldSucceed();
        cluster.Release("dashboard/dashboard", "{ version: 1.4.0, replicas: 3, canary: { version: 1.5.0, weight: 10 } }");
        var up = Task.Run(() => cluster.Up());
        recorder.WaitFor(moment => Waiting(moment) == 3, "three pods of the canary wait for a node");
        Thread.Sleep(TimeSpan.FromSeconds(5));
        up.IsCompleted.ShouldBeFalse("an update waits for the candidate");
        recorder.Moments[^1].Weights("dashboard", "dashboard", "dashboard").Values.ShouldBe([100, 0]);
        cluster.Kubectl("uncordon", "--selector", "type=kwok").ShouldSucceed();
        up.GetAwaiter().GetResult();
        cluster.Release("dashboard/dashboard", "{ version: 1.4.0, replicas: 3 }");
        cluster.Up();

        recorder.WaitFor(
            moment => moment.Find("Deployment", "dashboard", "dashboard-canary") is null,
            "the canary that was taken back is gone"
        );
        var moments = recorder.Moments;
        moments
            .Splits("dashboard", "dashboard", "dashboard")
            .ShouldBe(["100/0", "90/10", "70/30", "30/70", "0/100", "100/0", "90/10", "100/0"]);
        moments.Splits("dashboard", "dashboard", "api").ShouldBe(["100/0", "0/100", "100/0", "0/100", "100/0"]);
        moments.Versions("workshop", "hello").ShouldBe(["1.0.0", "1.1.0", "1.0.0", "1.1.0"]);
        moments.Versions("web", "nginx").ShouldBe(["1.29.3", "1.29.3 1.29.4", "1.29.3"]);
        moments.WeightsHaveReady("dashboard", "dashboard", "dashboard", atLeast: 3).ShouldBeEmpty();
        moments.WeightsHaveReady("dashboard", "dashboard", "api", atLeast: 2).ShouldBeEmpty();
        foreach (
            var (space, service, pods) in new[]
            {
                ("dashboard", "dashboard", 3),
                ("dashboard", "api", 2),
                ("workshop", "hello", 2),
                ("workshop", "frontend", 2),
                ("web", "nginx", 10),
                ("picturesocial", "picturesocial-pictures", 5),
            }
        )
        {
            moments.HasReady(space, service, pods).ShouldBeEmpty();
        }

        foreach (var space in new[] { "dashboard", "workshop", "web", "picturesocial" })
        {
            moments.SurgeIsKept(space).ShouldBeEmpty();
        }
    }

    private static int Waiting(ClusterMoment moment) =>
        moment
            .Of("Pod", "dashboard")
            .Where(pod => (string?)pod["metadata"]!["labels"]!["track"] == "canary")
            .Count(pod =>
                pod["status"]!
                    ["conditions"]
                    ?.AsArray()
                    .Any(condition => (string?)condition!["type"] == "PodScheduled" && (string?)condition["status"] == "False") == true
            );
}
