using Engine.Providers.Kubernetes;
using Engine.Providers.Kubernetes.Readiness;
using Engine.Values;

namespace Engine.Tests.Providers.Kubernetes.Cluster;

/// <summary>What each kind's status means.</summary>
public sealed class StatusTests
{
    private const string Ready = "ready";

    [Theory]
    [InlineData(
        "apps/v1:Deployment",
        """{"metadata":{"generation":2},"spec":{"replicas":1},"status":{"observedGeneration":1}}""",
        "its controller has not seen the change yet"
    )]
    [InlineData(
        "apps/v1:Deployment",
        """{"spec":{"replicas":2},"status":{"replicas":3,"updatedReplicas":2,"availableReplicas":3}}""",
        "2 of 2 pods updated, 1 of the old version still there"
    )]
    [InlineData("apps/v1:Deployment", """{"spec":{"replicas":0}}""", Ready)]
    [InlineData("apps/v1:Deployment", """{"spec":{"paused":true}}""", Ready)]
    [InlineData(
        "apps/v1:Deployment",
        """{"spec":{"replicas":1},"status":{"conditions":[{"type":"ReplicaFailure","status":"True","reason":"FailedCreate","message":"quota"}]}}""",
        "0 of 1 pods updated (FailedCreate: quota)"
    )]
    [InlineData("apps/v1:StatefulSet", """{"spec":{"replicas":2},"status":{"replicas":2,"readyReplicas":1}}""", "1 of 2 pods ready")]
    [InlineData(
        "apps/v1:StatefulSet",
        """{"spec":{"replicas":2},"status":{"replicas":2,"readyReplicas":2,"updatedReplicas":1,"currentRevision":"a","updateRevision":"b"}}""",
        "1 of 2 pods updated"
    )]
    [InlineData(
        "apps/v1:StatefulSet",
        """{"spec":{"replicas":2},"status":{"replicas":2,"readyReplicas":2,"currentRevision":"a","updateRevision":"a"}}""",
        Ready
    )]
    [InlineData(
        "apps/v1:StatefulSet",
        """{"spec":{"replicas":2,"updateStrategy":{"rollingUpdate":{"partition":1}}},"status":{"replicas":2,"readyReplicas":2,"updatedReplicas":1,"currentRevision":"a","updateRevision":"b"}}""",
        Ready
    )]
    [InlineData(
        "apps/v1:StatefulSet",
        """{"spec":{"replicas":1,"updateStrategy":{"type":"OnDelete"}},"status":{"replicas":1,"readyReplicas":1,"currentRevision":"a","updateRevision":"b"}}""",
        Ready
    )]
    [InlineData(
        "apps/v1:DaemonSet",
        """{"status":{"desiredNumberScheduled":3,"updatedNumberScheduled":2,"numberAvailable":3}}""",
        "2 of 3 pods updated"
    )]
    [InlineData(
        "apps/v1:DaemonSet",
        """{"status":{"desiredNumberScheduled":3,"updatedNumberScheduled":3,"numberAvailable":1}}""",
        "1 of 3 pods ready"
    )]
    [InlineData("apps/v1:DaemonSet", """{"status":{"desiredNumberScheduled":3,"updatedNumberScheduled":3,"numberAvailable":3}}""", Ready)]
    [InlineData("batch/v1:Job", """{"status":{"active":1,"failed":2}}""", "1 active, 0 succeeded, 2 failed")]
    [InlineData("batch/v1:Job", """{"status":{"conditions":[{"type":"Complete","status":"True"}]}}""", Ready)]
    [InlineData(
        "batch/v1:Job",
        """{"status":{"conditions":[{"type":"Failed","status":"True","reason":"BackoffLimitExceeded","message":"Job has reached the specified backoff limit"}]}}""",
        "failed: BackoffLimitExceeded: Job has reached the specified backoff limit"
    )]
    [InlineData("batch/v1:Job", """{"spec":{"suspend":true}}""", Ready)]
    [InlineData(
        "core/v1:Pod",
        """{"status":{"phase":"Running","conditions":[{"type":"Ready","status":"False"}],"containerStatuses":[{"name":"app","ready":false,"state":{"running":{}}}]}}""",
        "container app: runs, but is not ready: its readiness probe does not succeed"
    )]
    [InlineData(
        "core/v1:Pod",
        """{"status":{"phase":"Failed","containerStatuses":[{"name":"app","state":{"terminated":{"exitCode":3,"reason":"Error"}}}]}}""",
        "failed: container app: it ended with exit code 3, Error"
    )]
    [InlineData("core/v1:Pod", """{"status":{"phase":"Succeeded"}}""", Ready)]
    [InlineData("core/v1:PersistentVolume", """{"status":{"phase":"Available"}}""", Ready)]
    [InlineData("core/v1:ResourceQuota", """{"spec":{"hard":{"pods":"1"}},"status":{}}""", "what it allows is not counted yet")]
    [InlineData("core/v1:ResourceQuota", """{"spec":{"hard":{"pods":"1"}},"status":{"hard":{"pods":"1"}}}""", Ready)]
    [InlineData("networking.k8s.io/v1:Ingress", """{"status":{"loadBalancer":{}}}""", "no address yet from the controller of its class")]
    [InlineData("networking.k8s.io/v1:Ingress", """{"status":{"loadBalancer":{"ingress":[{"hostname":"x"}]}}}""", Ready)]
    [InlineData("core/v1:Service", """{"spec":{"type":"LoadBalancer","selector":{"a":"b"}}}""", "no address yet of the load balancer")]
    [InlineData("core/v1:Service", """{"spec":{"clusterIP":"None","selector":{"a":"b"}}}""", Ready)]
    [InlineData(
        "apiextensions.k8s.io/v1:CustomResourceDefinition",
        """{"status":{"conditions":[{"type":"NamesAccepted","status":"False","reason":"ShortNamesConflict","message":"taken"}]}}""",
        "failed: ShortNamesConflict: taken"
    )]
    [InlineData(
        "apiextensions.k8s.io/v1:CustomResourceDefinition",
        """{"status":{"conditions":[{"type":"Established","status":"True"}]}}""",
        Ready
    )]
    public async Task A_status_means(string type, string live, string expected)
    {
        var readiness = ObjectReadiness.Of(PropertyMap.Empty, ObjectKind.Of("kubernetes:" + type)!.Value, WaitPace.Usual)!;

        var state = await readiness.CheckAsync(ClusterWorld.Parse(live), null!, default);

        (state.Failure is { } failure ? "failed: " + failure : state.Progress).ShouldBe(expected);
        state.IsReady.ShouldBe(expected == Ready);
    }

    [Theory]
    [InlineData("core/v1:ConfigMap")]
    [InlineData("core/v1:Secret")]
    [InlineData("policy/v1:PodDisruptionBudget")]
    [InlineData("autoscaling/v2:HorizontalPodAutoscaler")]
    [InlineData("batch/v1:CronJob")]
    [InlineData("example.test/v1:Foo")]
    public void What_has_nothing_to_wait_for_is_not_waited_for(string type) =>
        ObjectReadiness.Of(PropertyMap.Empty, ObjectKind.Of("kubernetes:" + type)!.Value, WaitPace.Usual).ShouldBeNull();
}
