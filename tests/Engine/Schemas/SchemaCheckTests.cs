using Agreement;
using Engine.Contract;
using Engine.Providers.Kubernetes;
using Engine.Schemas;
using Engine.Tests.Providers;
using Engine.Values;

namespace Engine.Tests.Schemas;

public sealed class SchemaCheckTests
{
    public static TheoryData<string, string, string> Mistakes =>
        new()
        {
            {
                "kubernetes:apps/v1:Deployment",
                """{"spec":{"replica":2,"selector":{},"template":{}}}""",
                "spec.replica: no such property (did you mean 'replicas'?); allowed: minReadySeconds, paused, progressDeadlineSeconds, "
                    + "replicas, revisionHistoryLimit, selector, strategy, template"
            },
            {
                "kubernetes:apps/v1:Deployment",
                """{"spec":{"replicas":"2","selector":{},"template":{}}}""",
                "spec.replicas: needs a whole number, was the text '2'"
            },
            {
                "kubernetes:apps/v1:Deployment",
                """{"spec":{"replicas":2.5,"selector":{},"template":{}}}""",
                "spec.replicas: needs a whole number, was 2.5"
            },
            {
                "kubernetes:apps/v1:Deployment",
                """{"spec":{"replicas":2,"template":{}}}""",
                "spec.selector: missing; it needs an object (LabelSelector)"
            },
            {
                "kubernetes:apps/v1:Deployment",
                """{"spec":{"selector":{},"template":{"spec":{"containers":[{"name":"a","ports":[{"containerPort":"http"}]}]}}}}""",
                "spec.template.spec.containers[0].ports[0].containerPort: needs a whole number, was the text 'http'"
            },
            {
                "kubernetes:core/v1:Service",
                """{"spec":{"ports":[{"port":80,"targetPort":true}]}}""",
                "spec.ports[0].targetPort: needs a whole number or a text, was true"
            },
            {
                "kubernetes:core/v1:ConfigMap",
                """{"metadata":{"labels":{"a.b/c":1}}}""",
                "metadata.labels[\"a.b/c\"]: needs a text, was 1"
            },
            { "kubernetes:core/v1:ConfigMap", """{"data":["x"]}""", "data: needs a map, was list" },
            { "kubernetes:core/v1:ConfigMap", """{"kind":"Secret"}""", "kind: must be 'ConfigMap', was the text 'Secret'" },
            {
                "kubernetes:core/v1:ConfigMapp",
                "{}",
                "'kubernetes:core/v1:ConfigMapp' is no type of package kubernetes (did you mean 'kubernetes:core/v1:ConfigMap'?); types "
                    + "are kubernetes:<group>/<version>:<Kind>"
            },
            {
                "kubernetes:core/v1:ConfigMap",
                """{"metadata":{"generateName":"a-"}}""",
                "metadata.generateName: cannot be used: the name must be known. Give a name, or leave both out and one is generated"
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_named_with_what_was_given_and_what_is_allowed(string type, string inputs, string expected)
    {
        using var host = new RecordingHost();
        await using var provider = new KubernetesProvider(RepositorySchemas.Catalog, new TargetFactory(), host);
        var given = (PropertyMap)JsonValues.Parse(inputs, null);

        var check = await provider.CheckAsync(
            new CheckRequest(Urn.Create("dev", "p", null, type, "r"), PropertyMap.Empty, given, new byte[32]),
            default
        );

        check.Failures.Select(f => f.Property.Length == 0 ? f.Reason : $"{f.Property}: {f.Reason}").ShouldContain(expected);
    }

    [Fact]
    public async Task All_mistakes_come_at_once()
    {
        using var host = new RecordingHost();
        await using var provider = new KubernetesProvider(RepositorySchemas.Catalog, new TargetFactory(), host);
        var given = (PropertyMap)JsonValues.Parse("""{"spec":{"replica":2,"paused":1},"extra":true}""", null);

        var check = await provider.CheckAsync(
            new CheckRequest(Urn.Create("dev", "p", null, "kubernetes:apps/v1:Deployment", "r"), PropertyMap.Empty, given, new byte[32]),
            default
        );

        check
            .Failures.Select(f => f.Property)
            .ShouldBe(["extra", "spec.paused", "spec.replica", "spec.selector", "spec.template"], ignoreOrder: true);
    }

    [Fact]
    public void A_wrong_secret_is_not_shown()
    {
        var schema = RepositorySchemas.Catalog.Find("kubernetes")!;
        var given = PropertyMap.Of(("immutable", new PropertySecret("s3cr3t")), ("data", new PropertySecret(PropertyMap.Of(("k", 12)))));

        var failures = SchemaCheck.Inputs(RepositorySchemas.Catalog, schema, schema.Resource("kubernetes:core/v1:Secret")!.Inputs, given);

        failures.ShouldBe(
            [
                new CheckFailure("data.k", "needs a text, was a secret number"),
                new CheckFailure("immutable", "needs true or false, was a secret text"),
            ],
            ignoreOrder: true
        );
    }

    [Fact]
    public void Unknown_values_are_not_judged()
    {
        var schema = RepositorySchemas.Catalog.Find("kubernetes")!;
        var given = PropertyMap.Of(
            ("spec", PropertyValue.Computed),
            ("metadata", PropertyMap.Of(("labels", new PropertySecret(PropertyValue.Computed))))
        );

        SchemaCheck
            .Inputs(RepositorySchemas.Catalog, schema, schema.Resource("kubernetes:apps/v1:Deployment")!.Inputs, given)
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("replica", "replicas")]
    [InlineData("contianers", "containers")]
    [InlineData("Image", "image")]
    public void Mistyped_names_are_found(string given, string meant) =>
        Spelling.Nearest(given, ["replicas", "containers", "image", "selector"]).ShouldBe([meant]);

    [Fact]
    public void Names_far_from_all_are_not_guessed_at() => Spelling.Nearest("zzz", ["replicas", "image"]).ShouldBeEmpty();
}
