using System.Text.Json.Nodes;
using Engine.Contract;
using Engine.Providers.Kubernetes.Readiness;
using Engine.Values;

namespace Engine.Tests.Providers.Kubernetes.Cluster;

public sealed class WaitTests
{
    private const string Deployment = "/apis/apps/v1/namespaces/ns/deployments/web";
    private const string Rolled =
        """{"observedGeneration":1,"replicas":2,"updatedReplicas":2,"availableReplicas":2,"conditions":[{"type":"Available","status":"True"}]}""";

    [Fact]
    public async Task A_Deployment_is_waited_for_and_says_how_far_it_is()
    {
        await using var world = new ClusterWorld();
        var looks = 0;
        world.Api.Meanwhile = (path, found) =>
            found["status"] = JsonNode.Parse(
                ++looks switch
                {
                    < 3 => """{"observedGeneration":1,"replicas":1,"updatedReplicas":1}""",
                    < 6 => """{"observedGeneration":1,"replicas":2,"updatedReplicas":2,"availableReplicas":1}""",
                    _ => Rolled,
                }
            );

        var created = await world.CreateAsync(ClusterWorld.Deployment());

        world
            .Host.Progressed.Distinct()
            .ShouldBe(["its controller has not seen the change yet", "1 of 2 pods updated", "1 of 2 pods ready"]);
        ((PropertyMap)created.Outputs["status"])["availableReplicas"].ShouldBe(2d);
    }

    [Fact]
    public async Task A_Deployment_without_progress_ends_at_once_with_the_reasons_of_its_newest_pods()
    {
        await using var world = new ClusterWorld();
        world.Api["/apis/apps/v1/namespaces/ns/replicasets/web-2"] = JsonNode.Parse(
            """{"metadata":{"labels":{"pod-template-hash":"2"},"annotations":{"deployment.kubernetes.io/revision":"2"},"ownerReferences":[{"uid":"u1"}]}}"""
        );
        Pod(world, "web-1-a", "1", """{"containerStatuses":[{"name":"app","state":{"waiting":{"reason":"OldReason"}}}]}""");
        Pod(
            world,
            "web-2-a",
            "2",
            """{"containerStatuses":[{"name":"app","state":{"waiting":{"reason":"ImagePullBackOff","message":"Back-off pulling image x:9"}}}]}"""
        );
        Pod(
            world,
            "web-2-b",
            "2",
            """{"containerStatuses":[{"name":"app","state":{"waiting":{"reason":"ImagePullBackOff","message":"Back-off pulling image x:9"}}}]}"""
        );
        Pod(world, "web-2-c", "2", """{"conditions":[{"type":"PodScheduled","status":"False","message":"0/3 nodes are available"}]}""");
        Pod(
            world,
            "web-2-d",
            "2",
            """{"containerStatuses":[{"name":"app","state":{"waiting":{"reason":"CrashLoopBackOff"}},"lastState":{"terminated":{"exitCode":1,"reason":"Error"}}}]}"""
        );
        world.Api.Meanwhile = (path, found) =>
        {
            found["metadata"]!["annotations"] = JsonNode.Parse("""{"deployment.kubernetes.io/revision":"2"}""");
            found["spec"]!["progressDeadlineSeconds"] = 300;
            found["status"] = JsonNode.Parse(
                """{"observedGeneration":1,"replicas":2,"updatedReplicas":2,"conditions":[{"type":"Progressing","status":"False","reason":"ProgressDeadlineExceeded"}]}"""
            );
        };

        var failure = await Should.ThrowAsync<ResourceInitException>(() => world.CreateAsync(ClusterWorld.Deployment()));

        failure.Id.ShouldBe("ns/web");
        failure.Outputs["__inputs"].ShouldBe(ClusterWorld.Deployment());
        failure.Reasons.ShouldBe([
            "created, but not ready: 0 of 2 pods ready, and none followed within progressDeadlineSeconds (300)",
            "2 pods, web-2-a, web-2-b: container app: ImagePullBackOff: Back-off pulling image x:9",
            "pod web-2-c: not scheduled: 0/3 nodes are available",
            "pod web-2-d: container app: CrashLoopBackOff (it ended with exit code 1, Error)",
        ]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_Deployment_that_had_stalled_before_gets_time_to_go_on(bool goesOn)
    {
        await using var world = new ClusterWorld();
        const string Stalled =
            """{"observedGeneration":1,"replicas":2,"updatedReplicas":2,"conditions":[{"type":"Progressing","status":"False","reason":"ProgressDeadlineExceeded"}]}""";
        var stalled = ClusterWorld.Deployment().With("status", ClusterWorld.Parse(Stalled));
        var looks = 0;
        world.Api.Meanwhile = (_, found) => found["status"] = JsonNode.Parse(goesOn && ++looks > 3 ? Rolled : Stalled);

        var creating = world.CreateAsync(stalled);

        if (goesOn)
        {
            (await creating).Id.ShouldBe("ns/web");
        }
        else
        {
            (await Should.ThrowAsync<ResourceInitException>(() => creating))
                .Reasons[0]
                .ShouldContain("none followed within progressDeadlineSeconds");
        }
    }

    [Fact]
    public async Task Pods_that_cannot_be_made_are_explained_by_events()
    {
        await using var world = new ClusterWorld();
        world.Api["/api/v1/namespaces/ns/events/1"] = JsonNode.Parse(
            """{"type":"Warning","reason":"FailedCreate","message":"exceeded quota: team"}"""
        );

        var failure = await Should.ThrowAsync<ResourceInitException>(() =>
            world.CreateAsync(ClusterWorld.Deployment(), timeout: TimeSpan.FromMilliseconds(30))
        );

        failure.Reasons.ShouldBe([
            "created, but not ready: its controller has not seen the change yet after 0.03 s",
            "FailedCreate: exceeded quota: team",
        ]);
    }

    [Theory]
    [InlineData(""","annotations":{"pulumi.com/skipAwait":"true"}""")]
    public async Task Who_says_so_is_not_waited_for(string annotations)
    {
        await using var world = new ClusterWorld();

        (await world.CreateAsync(ClusterWorld.Deployment(annotations))).Id.ShouldBe("ns/web");
    }

    [Fact]
    public async Task An_annotation_says_how_long_to_wait()
    {
        await using var world = new ClusterWorld();

        var failure = await Should.ThrowAsync<ResourceInitException>(() =>
            world.CreateAsync(ClusterWorld.Deployment(""","annotations":{"pulumi.com/timeoutSeconds":"0.02"}"""))
        );

        failure.Reasons[0].ShouldEndWith("after 0.02 s");
    }

    [Theory]
    [InlineData("condition=Ready", """{"conditions":[{"type":"Ready","status":"True"}]}""", true)]
    [InlineData("condition=Ready", """{"conditions":[{"type":"Ready","status":"False"}]}""", false)]
    [InlineData("condition=Ready=False", """{"conditions":[{"type":"Ready","status":"False"}]}""", true)]
    [InlineData("jsonpath={.status.phase}=Running", """{"phase":"Running"}""", true)]
    [InlineData("jsonpath={.status.phase}=Running", """{"phase":"Pending"}""", false)]
    [InlineData("jsonpath={.status.phase}", """{"phase":"any"}""", true)]
    [InlineData(
        """["condition=Ready","jsonpath={.status.count}=2"]""",
        """{"count":2,"conditions":[{"type":"Ready","status":"True"}]}""",
        true
    )]
    public async Task An_annotation_says_what_to_wait_for(string annotation, string status, bool isReady)
    {
        var state = await StatedReadiness.Of(annotation).CheckAsync(PropertyMap.Of(("status", ClusterWorld.Parse(status))), null!, default);

        state.IsReady.ShouldBe(isReady);
    }

    [Fact]
    public void An_annotation_that_is_not_understood_says_what_is() =>
        Should
            .Throw<ProviderException>(() => StatedReadiness.Of("ready"))
            .Message.ShouldContain("'ready' is not understood; write condition=Ready");

    [Fact]
    public async Task A_cancelled_wait_leaves_the_object_as_not_ready()
    {
        await using var world = new ClusterWorld();
        var creating = world.CreateAsync(ClusterWorld.Deployment());
        await world.Provider.CancelAsync();

        (await Should.ThrowAsync<ResourceInitException>(() => creating)).Reasons[0].ShouldEndWith("when the wait was cancelled");
    }

    [Fact]
    public async Task A_Service_is_ready_when_traffic_goes_to_the_ready_pods_and_to_no_others()
    {
        await using var world = new ClusterWorld();
        Pod(world, "web-a", "1", """{"phase":"Running","conditions":[{"type":"Ready","status":"True"}]}""");
        var slices = "/apis/discovery.k8s.io/v1/namespaces/ns/endpointslices/s";
        world.Api[slices] = JsonNode.Parse("""{"endpoints":[{"conditions":{"ready":true},"targetRef":{"name":"of the old selector"}}]}""");
        var looks = 0;
        world.Api.Meanwhile = (_, _) =>
            world.Api[slices] =
                ++looks < 3
                    ? world.Api[slices]
                    : JsonNode.Parse("""{"endpoints":[{"conditions":{"ready":true},"targetRef":{"name":"web-a"}}]}""");

        await world.CreateAsync(
            ClusterWorld.Parse(
                """{"apiVersion":"v1","kind":"Service","metadata":{"name":"web","namespace":"ns"},"spec":{"type":"ClusterIP","selector":{"app":"web"}}}"""
            )
        );

        looks.ShouldBeGreaterThanOrEqualTo(3);
        world.Host.Progressed.ShouldContain("traffic goes to 0 of 1 pods, 1 ready");
    }

    [Fact]
    public async Task A_claim_that_waits_for_its_pod_is_not_waited_for()
    {
        await using var world = new ClusterWorld();
        world.Api["/apis/storage.k8s.io/v1/storageclasses/gp3"] = JsonNode.Parse(
            """{"metadata":{"name":"gp3"},"volumeBindingMode":"WaitForFirstConsumer"}"""
        );
        world.Api["/apis/storage.k8s.io/v1/storageclasses/now"] = JsonNode.Parse(
            """{"metadata":{"name":"now"},"volumeBindingMode":"Immediate"}"""
        );
        static PropertyMap Claim(string name, string storage) =>
            ClusterWorld.Parse(
                $$$"""{"apiVersion":"v1","kind":"PersistentVolumeClaim","metadata":{"name":"{{{name}}}","namespace":"ns"},"spec":{"storageClassName":"{{{storage}}}"},"status":{"phase":"Pending"}}"""
            );

        await world.CreateAsync(Claim("a", "gp3"));
        var failure = await Should.ThrowAsync<ResourceInitException>(() =>
            world.CreateAsync(Claim("b", "now"), timeout: TimeSpan.FromMilliseconds(20))
        );

        failure.Reasons[0].ShouldContain("no volume of class 'now' yet");
    }

    private static void Pod(ClusterWorld world, string name, string hash, string status) =>
        world.Api[$"/api/v1/namespaces/ns/pods/{name}"] = JsonNode.Parse(
            $$$"""{"metadata":{"name":"{{{name}}}","namespace":"ns","labels":{"pod-template-hash":"{{{hash}}}"}},"status":{{{status}}}}"""
        );
}
