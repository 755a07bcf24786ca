using Engine.Errors;
using Engine.Rendering;
using Engine.State;
using Engine.Values;

namespace Engine.Tests.Rendering;

public sealed class RendererTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("render-").FullName;

    [Fact]
    public void A_file_per_object_and_all_of_them_in_apply_order()
    {
        var result = Render([
            Object("apps/v1", "Deployment", "web", "shop"),
            Object("v1", "ConfigMap", "conf", "shop"),
            Object("v1", "Namespace", "shop", null),
            Definition(),
        ]);

        result.Objects.ShouldBe(4);
        result.Written.Count.ShouldBe(5);
        File.ReadAllText(PathOf("kustomization.yaml"))
            .ShouldBe(
                """
                # Written by `engine render`, as are the files that it lists: what is changed here is lost by the next render.
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                sortOptions:
                  order: fifo
                resources:
                - _cluster/customresourcedefinition-foos.example.test.yaml
                - _cluster/namespace-shop.yaml
                - shop/configmap-conf.yaml
                - shop/deployment-web.yaml

                """.ReplaceLineEndings("\n")
            );
        File.ReadAllText(PathOf("shop/configmap-conf.yaml"))
            .ShouldBe("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: conf\n  namespace: shop\n");
    }

    [Fact]
    public void The_same_plan_writes_nothing_again()
    {
        Render([Object("v1", "ConfigMap", "conf", "shop")]);

        Render([Object("v1", "ConfigMap", "conf", "shop")]).Written.ShouldBeEmpty();
    }

    [Fact]
    public void What_an_earlier_render_wrote_and_is_gone_from_the_plan_is_removed_and_nothing_else()
    {
        Render([Object("v1", "ConfigMap", "old", "former"), Object("v1", "ConfigMap", "conf", "shop")]);
        File.WriteAllText(PathOf("shop/mine.yaml"), "mine");

        var result = Render([Object("v1", "ConfigMap", "conf", "shop")]);

        result.Removed.ShouldBe(["former/configmap-old.yaml"]);
        Directory.Exists(PathOf("former")).ShouldBeFalse();
        File.Exists(PathOf("shop/mine.yaml")).ShouldBeTrue();
    }

    [Fact]
    public void A_list_of_files_that_leads_out_of_the_folder_removes_nothing_there()
    {
        Render([]);
        var outside = Path.Combine(Path.GetDirectoryName(_folder)!, Path.GetFileName(_folder) + "-outside");
        File.WriteAllText(outside, "");
        File.AppendAllText(PathOf("kustomization.yaml"), $"- ../{Path.GetFileName(outside)}\n");

        Render([]).Removed.ShouldBeEmpty();

        File.Exists(outside).ShouldBeTrue();
        File.Delete(outside);
    }

    [Fact]
    public void Secret_values_are_redacted_unless_asked_for()
    {
        ResourceState[] plan =
        [
            Secret(),
            Resource("v1", "ConfigMap", "conf", "shop", ("data", PropertyMap.Of(("dsn", new PropertySecret("s3cr3t")), ("host", "db")))),
        ];

        Render(plan).Redacted.Count.ShouldBe(2);
        AllText().ShouldNotContain("s3cr3t");
        AllText().ShouldNotContain("czNjcjN0");
        File.ReadAllText(PathOf("shop/configmap-conf.yaml")).ShouldContain("dsn: redacted\n  host: db\n");
        File.ReadAllText(PathOf("shop/secret-creds.yaml")).ShouldContain("p: cmVkYWN0ZWQ=");

        Render(plan, showSecrets: true).Redacted.ShouldBeEmpty();
        File.ReadAllText(PathOf("shop/configmap-conf.yaml")).ShouldContain("dsn: s3cr3t");
        File.ReadAllText(PathOf("shop/secret-creds.yaml")).ShouldContain("p: czNjcjN0");
    }

    [Fact]
    public void What_is_not_known_yet_has_a_placeholder_and_is_named()
    {
        var result = Render([Resource("v1", "ConfigMap", null, "shop", ("data", PropertyMap.Of(("id", PropertyValue.Computed))))]);

        result.Unknowns.ShouldBe(
            ["shop/configmap-resource.yaml: metadata.name", "shop/configmap-resource.yaml: data.id"],
            ignoreOrder: true
        );
        File.ReadAllText(PathOf("shop/configmap-resource.yaml")).ShouldContain("id: known-after-up");
    }

    [Fact]
    public void Two_kinds_of_one_name_have_their_group_in_the_file_name()
    {
        Render([
            Object("eks.amazonaws.com/v1", "IngressClassParams", "alb", null),
            Object("elbv2.k8s.aws/v1beta1", "IngressClassParams", "alb", null),
        ]);

        Directory
            .EnumerateFiles(PathOf("_cluster"))
            .Select(Path.GetFileName)
            .Order()
            .ShouldBe(["ingressclassparams.eks.amazonaws.com-alb.yaml", "ingressclassparams.elbv2.k8s.aws-alb.yaml"]);
    }

    [Fact]
    public void One_object_twice_is_refused()
    {
        var error = Should.Throw<UserErrorException>(() =>
            Render([Object("v1", "ConfigMap", "conf", "shop"), Object("v1", "ConfigMap", "conf", "shop")])
        );

        error.Message.ShouldStartWith("shop/configmap-conf.yaml would hold 2 objects: ");
    }

    [Fact]
    public void A_folder_of_somebody_else_is_left_alone()
    {
        File.WriteAllText(PathOf("kustomization.yaml"), "resources: []\n");

        Should
            .Throw<UserErrorException>(() => Render([Object("v1", "ConfigMap", "conf", "shop")]))
            .Message.ShouldEndWith("holds a kustomization.yaml that render did not write");
        Directory.Exists(PathOf("shop")).ShouldBeFalse();
    }

    [Fact]
    public void Old_halves_and_resources_that_are_only_read_are_left_out() =>
        Render([
            Object("v1", "ConfigMap", "old", "shop") with
            {
                Delete = true,
            },
            Object("v1", "ConfigMap", "read", "shop") with
            {
                External = true,
            },
        ])
            .Objects.ShouldBe(0);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private RenderResult Render(ResourceState[] plan, bool showSecrets = false) =>
        new Renderer(new RenderOptions(_folder, showSecrets)).Render(Snapshot.Empty with { Resources = plan });

    private string PathOf(string file) => Path.Combine(_folder, file);

    private string AllText() => string.Concat(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Select(File.ReadAllText));

    private static ResourceState Definition() =>
        Resource(
            "apiextensions.k8s.io/v1",
            "CustomResourceDefinition",
            "foos.example.test",
            null,
            ("spec", PropertyMap.Of(("x_kubernetes_list_type", "map")))
        );

    private static ResourceState Secret() =>
        Resource("v1", "Secret", "creds", "shop", ("data", new PropertySecret(PropertyMap.Of(("p", "czNjcjN0")))));

    private static ResourceState Object(string version, string kind, string name, string? space) => Resource(version, kind, name, space);

    private static ResourceState Resource(
        string version,
        string kind,
        string? name,
        string? space,
        params (string Key, PropertyValue Value)[] more
    )
    {
        var type = $"kubernetes:{(version.Contains('/', StringComparison.Ordinal) ? version : "core/" + version)}:{kind}";
        var metadata = PropertyMap.Of(("name", name ?? PropertyValue.Computed));
        return new ResourceState
        {
            Urn = Urn.Create("dev", "p", null, type, name ?? "resource"),
            Type = type,
            Custom = true,
            Inputs = new PropertyMap(
                PropertyMap
                    .Of(("apiVersion", version), ("kind", kind), ("metadata", space is null ? metadata : metadata.With("namespace", space)))
                    .Concat(more.Select(m => KeyValuePair.Create(m.Key, m.Value)))
            ),
        };
    }
}
