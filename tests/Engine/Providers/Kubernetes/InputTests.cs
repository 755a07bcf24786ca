using Engine.Contract;
using Engine.Providers.Kubernetes;
using Engine.Values;

namespace Engine.Tests.Providers.Kubernetes;

public sealed class InputTests : IDisposable
{
    private readonly RecordingHost _host = new();

    [Theory]
    [InlineData(
        """{"metadata":{"name":"a","labels":{},"annotations":{}},"data":{}}""",
        """{"metadata":{"name":"a","namespace":"default"}}"""
    )]
    [InlineData(
        """{"metadata":{"name":"a","finalizers":[]},"data":{"k":null,"l":""}}""",
        """{"metadata":{"name":"a","namespace":"default","finalizers":[]},"data":{"l":""}}"""
    )]
    [InlineData(
        """{"metadata":{"name":"a","namespace":"","uid":"u","creationTimestamp":null}}""",
        """{"metadata":{"name":"a","namespace":"default"}}"""
    )]
    public async Task What_means_nothing_is_left_out(string given, string expected)
    {
        var check = await CheckAsync("kubernetes:core/v1:ConfigMap", given);

        check.Without("apiVersion").Without("kind").ShouldBe((PropertyMap)JsonValues.Parse(expected, null));
    }

    [Fact]
    public async Task An_empty_object_with_a_meaning_stays()
    {
        var check = await CheckAsync(
            "kubernetes:networking.k8s.io/v1:NetworkPolicy",
            """{"metadata":{"name":"a"},"spec":{"podSelector":{},"policyTypes":["Ingress"],"ingress":[{}]}}"""
        );

        check["spec"].ShouldBe(JsonValues.Parse("""{"podSelector":{},"policyTypes":["Ingress"],"ingress":[{}]}""", null));
    }

    [Fact]
    public async Task The_text_of_a_Secret_is_encoded_and_secret_as_a_whole()
    {
        var inputs = PropertyMap.Of(
            ("metadata", PropertyMap.Of(("name", "a"))),
            ("data", PropertyMap.Of(("k", "b2xk"), ("x", "eA=="))),
            ("stringData", PropertyMap.Of(("k", new PropertySecret("new")), ("later", PropertyValue.Computed)))
        );

        var check = await CheckAsync("kubernetes:core/v1:Secret", inputs);

        check["data"].ShouldBe(new PropertySecret(PropertyMap.Of(("k", "bmV3"), ("x", "eA=="), ("later", PropertyValue.Computed))));
        check.ContainsKey("stringData").ShouldBeFalse();
    }

    [Fact]
    public async Task Text_of_a_Secret_that_is_unknown_as_a_whole_stays()
    {
        var check = await CheckAsync(
            "kubernetes:core/v1:Secret",
            PropertyMap.Of(("metadata", PropertyMap.Of(("name", "a"))), ("stringData", PropertyValue.Computed))
        );

        check["stringData"].ShouldBe(new PropertySecret(PropertyValue.Computed));
    }

    [Fact]
    public async Task A_secret_in_another_kind_stays_the_leaf_that_it_was()
    {
        var inputs = PropertyMap.Of(
            ("metadata", PropertyMap.Of(("name", "a"))),
            ("data", PropertyMap.Of(("dsn", new PropertySecret("x")), ("host", "h")))
        );

        (await CheckAsync("kubernetes:core/v1:ConfigMap", inputs))["data"].ShouldBe(inputs["data"]);
    }

    [Fact]
    public async Task A_generated_name_is_kept_and_given_anew_for_a_replacement()
    {
        var first = await CheckAsync("kubernetes:core/v1:ConfigMap", PropertyMap.Empty);
        var name = ((PropertyMap)first["metadata"]).GetText("name")!;

        name.ShouldMatch("^r-[0-9a-f]{8}$");
        ((PropertyMap)(await CheckAsync("kubernetes:core/v1:ConfigMap", PropertyMap.Empty, olds: first))["metadata"])
            .GetText("name")
            .ShouldBe(name);
        ((PropertyMap)(await CheckAsync("kubernetes:core/v1:ConfigMap", PropertyMap.Empty, seed: 1))["metadata"])
            .GetText("name")
            .ShouldNotBe(name);
    }

    [Theory]
    [InlineData("kubernetes:core/v1:Namespace", false)]
    [InlineData("kubernetes:rbac.authorization.k8s.io/v1:ClusterRole", false)]
    [InlineData("kubernetes:rbac.authorization.k8s.io/v1:Role", true)]
    [InlineData("kubernetes:karpenter.sh/v1:NodePool", false)]
    [InlineData("kubernetes:example.test/v1:Foo", true)]
    public async Task Kinds_that_live_in_namespaces_get_the_default_one(string type, bool namespaced)
    {
        var inputs = await CheckAsync(type, """{"metadata":{"name":"a"}}""");

        ((PropertyMap)inputs["metadata"]).ContainsKey("namespace").ShouldBe(namespaced);
    }

    [Fact]
    public async Task A_replacement_of_a_named_object_deletes_the_old_one_first_and_of_a_generated_name_last()
    {
        foreach (
            var (given, first) in new[] { ("""{"metadata":{"name":"a"},"data":{"k":"1"}}""", true), ("""{"data":{"k":"1"}}""", false) }
        )
        {
            var old = await CheckAsync("kubernetes:core/v1:ConfigMap", given);
            await using var provider = Provider();
            var outputs = CheckpointObject.Of(old, old, "v1", "m");
            var diff = await provider.DiffAsync(
                new DiffRequest(
                    UrnOf("kubernetes:core/v1:ConfigMap"),
                    "default/a",
                    old,
                    outputs,
                    old.With("data", PropertyMap.Of(("k", "2"))),
                    []
                ),
                default
            );

            diff.Replaces.ShouldBe(["data.k"]);
            diff.DeleteBeforeReplace.ShouldBe(first);
        }
    }

    [Fact]
    public async Task A_secret_that_cannot_be_read_is_taken_as_unchanged()
    {
        var old = await CheckAsync("kubernetes:core/v1:Secret", """{"metadata":{"name":"a"},"data":{"k":"eA=="}}""");
        var unread = old.With("data", new PropertySecret(PropertyValue.Computed) { Ciphertext = "v1:x" });
        await using var provider = Provider();

        var diff = await provider.DiffAsync(
            new DiffRequest(
                UrnOf("kubernetes:core/v1:Secret"),
                "default/a",
                unread,
                CheckpointObject.Of(unread, unread, "v1", "m"),
                old,
                []
            )
            {
                Preview = true,
            },
            default
        );

        diff.Changes.ShouldBe(DiffChanges.None);
    }

    [Theory]
    [InlineData("""{"renderYamlToDirectory":"a"}""", """{"renderYamlToDirectory":"b"}""", "renderYamlToDirectory")]
    [InlineData(
        """{"kubeconfig":"{clusters: [{name: c, cluster: {server: a}}], contexts: [{name: x, context: {cluster: c}}], current-context: x}"}""",
        """{"kubeconfig":"{clusters: [{name: c, cluster: {server: b}}], contexts: [{name: x, context: {cluster: c}}], current-context: x}"}""",
        "kubeconfig"
    )]
    [InlineData(
        """{"kubeconfig":"{clusters: [{name: c, cluster: {server: a}}], contexts: [{name: x, context: {cluster: c}}], current-context: x, users: []}"}""",
        """{"kubeconfig":"{clusters: [{name: c, cluster: {server: a}}], contexts: [{name: x, context: {cluster: c}}], current-context: x}"}""",
        null
    )]
    [InlineData("""{"kubeconfig":"a","clusterIdentifier":"prod"}""", """{"kubeconfig":"b","clusterIdentifier":"prod"}""", null)]
    [InlineData("""{"namespace":"a"}""", """{"namespace":"b"}""", null)]
    public async Task Only_another_place_for_the_objects_replaces_the_provider(string old, string news, string? replaces)
    {
        await using var provider = Provider();
        var urn = UrnOf("pulumi:providers:kubernetes");

        var diff = await provider.DiffConfigAsync(
            new DiffRequest(
                urn,
                "id",
                (PropertyMap)JsonValues.Parse(old, null),
                PropertyMap.Empty,
                (PropertyMap)JsonValues.Parse(news, null),
                []
            ),
            default
        );

        diff.Changes.ShouldBe(DiffChanges.Some);
        diff.Replaces.ShouldBe(replaces is null ? [] : [replaces]);
    }

    [Fact]
    public async Task A_folder_and_a_cluster_cannot_both_be_given()
    {
        await using var provider = Provider();
        var given = PropertyMap.Of(("renderYamlToDirectory", "a"), ("context", "x"));

        var check = await provider.CheckConfigAsync(
            new CheckRequest(UrnOf("pulumi:providers:kubernetes"), PropertyMap.Empty, given, new byte[32]),
            default
        );

        check.Failures.ShouldHaveSingleItem().Property.ShouldBe("context");
    }

    [Theory]
    [InlineData("enableServerSideApply", false)]
    [InlineData("skipUpdateUnreachable", true)]
    public async Task What_only_the_published_provider_does_is_refused(string argument, bool value)
    {
        await using var provider = Provider();
        var given = PropertyMap.Of(("context", "x"), (argument, value));

        var check = await provider.CheckConfigAsync(
            new CheckRequest(UrnOf("pulumi:providers:kubernetes"), PropertyMap.Empty, given, new byte[32]),
            default
        );

        check.Failures.ShouldHaveSingleItem().Property.ShouldBe(argument);
        check.Failures[0].Reason.ShouldContain("leave the argument out, or run the program with the Pulumi CLI");
    }

    public void Dispose() => _host.Dispose();

    private Task<PropertyMap> CheckAsync(string type, string inputs) => CheckAsync(type, (PropertyMap)JsonValues.Parse(inputs, null));

    private async Task<PropertyMap> CheckAsync(string type, PropertyMap inputs, PropertyMap? olds = null, byte seed = 0)
    {
        await using var provider = Provider();
        var check = await provider.CheckAsync(
            new CheckRequest(UrnOf(type), olds ?? PropertyMap.Empty, inputs, Enumerable.Repeat(seed, 32).ToArray()),
            default
        );
        check.Failures.ShouldBeEmpty();
        return check.Inputs;
    }

    private KubernetesProvider Provider() => new(RepositorySchemas.Catalog, new TargetFactory(), _host);

    private static Urn UrnOf(string type) => Urn.Create("dev", "p", null, type, "r");
}
