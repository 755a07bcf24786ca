using Engine.Contract;
using Engine.Providers.Kubernetes;
using Engine.Values;

namespace Engine.Tests.Providers.Kubernetes;

public sealed class YamlFolderTests : IDisposable
{
    private readonly RecordingHost _host = new();
    private readonly TargetFactory _targets = new();

    private string Folder => Path.Combine(_host.ProgramDirectory, "rendered");

    [Fact]
    public async Task Files_and_state_are_those_that_the_published_provider_made()
    {
        await using var provider = await ProviderAsync();
        foreach (var recorded in Recording.All("rendered-states.json"))
        {
            var created = await provider.CreateAsync(
                new CreateRequest(recorded.Urn, recorded.Map("inputs"), null, Preview: false),
                default
            );

            created.Id.ShouldBe(recorded.Text("id"));
            created.Outputs.Without("__fieldManager").ShouldBe(recorded.Map("outputs").Without("__fieldManager"));
            created.Outputs.GetText("__fieldManager")!.ShouldMatch("^pulumi-kubernetes-[0-9a-f]{8}$");
        }

        var expected = Recording.PathOf("rendered");
        Files(Folder).ShouldBe(Files(expected));
        foreach (var file in Files(expected))
        {
            File.ReadAllText(Path.Combine(Folder, file)).ShouldBe(File.ReadAllText(Path.Combine(expected, file)), file);
        }
    }

    [SkippableFact]
    public async Task Files_are_for_their_owner_alone()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await using var provider = await ProviderAsync();
        await CreateAsync(provider, "a");

        Mode(FileOf("a")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Mode(Path.GetDirectoryName(FileOf("a"))!).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task A_preview_writes_nothing()
    {
        await using var provider = await ProviderAsync();
        var preview = await provider.CreateAsync(new CreateRequest(UrnOf("a"), Inputs("a"), null, Preview: true), default);

        preview.Id.ShouldBe("ns/a");
        Directory.Exists(Folder).ShouldBeFalse();
    }

    [Fact]
    public async Task A_deleted_file_and_an_edited_file_are_noticed_and_put_back()
    {
        await using var provider = await ProviderAsync();
        var (gone, edited, kept) = (
            await CreateAsync(provider, "gone"),
            await CreateAsync(provider, "edited"),
            await CreateAsync(provider, "kept")
        );
        File.Delete(FileOf("gone"));
        File.AppendAllText(FileOf("edited"), "# mine\n");

        (await DiffAsync(provider, "gone", gone)).Changes.ShouldBe(DiffChanges.Some);
        (await DiffAsync(provider, "edited", edited)).Changes.ShouldBe(DiffChanges.Some);
        (await DiffAsync(provider, "kept", kept)).Changes.ShouldBe(DiffChanges.None);
        _host.Messages.ShouldContain(m => m.Contains("v1-configmap-ns-gone.yaml is gone", StringComparison.Ordinal));

        await provider.UpdateAsync(
            new UpdateRequest(UrnOf("gone"), "ns/gone", Inputs("gone"), gone, Inputs("gone"), [], null, Preview: false),
            default
        );
        await provider.UpdateAsync(
            new UpdateRequest(UrnOf("edited"), "ns/edited", Inputs("edited"), edited, Inputs("edited"), [], null, Preview: false),
            default
        );
        (await DiffAsync(provider, "gone", gone)).Changes.ShouldBe(DiffChanges.None);
        (await DiffAsync(provider, "edited", edited)).Changes.ShouldBe(DiffChanges.None);
    }

    [Fact]
    public async Task The_last_delete_leaves_nothing_behind()
    {
        await using var provider = await ProviderAsync();
        var outputs = await CreateAsync(provider, "a");
        await using var destroying = new KubernetesProvider(RepositorySchemas.Catalog, new TargetFactory(), _host);
        await destroying.ConfigureAsync(Configuration(), default);

        await destroying.DeleteAsync(new DeleteRequest(UrnOf("a"), "ns/a", Inputs("a"), outputs, null), default);

        Directory.Exists(Folder).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_another_resource_took_over_outlives_its_former_owner()
    {
        await using (var provider = await ProviderAsync())
        {
            await CreateAsync(provider, "a");
        }

        await using var next = new KubernetesProvider(RepositorySchemas.Catalog, new TargetFactory(), _host);
        await next.ConfigureAsync(Configuration(), default);
        var heir = Urn.Create("dev", "p", null, "kubernetes:core/v1:ConfigMap", "heir");
        await next.CheckAsync(new CheckRequest(heir, PropertyMap.Empty, Inputs("a"), new byte[32]), default);
        var created = await next.CreateAsync(new CreateRequest(heir, Inputs("a"), null, Preview: false), default);
        await next.DeleteAsync(new DeleteRequest(UrnOf("a"), "ns/a", Inputs("a"), created.Outputs, null), default);

        File.Exists(FileOf("a")).ShouldBeTrue();
    }

    [Fact]
    public async Task Two_resources_cannot_be_the_same_object()
    {
        await using var provider = await ProviderAsync();
        var other = Urn.Create("dev", "p", null, "kubernetes:core/v1:ConfigMap", "other");
        await provider.CheckAsync(new CheckRequest(UrnOf("a"), PropertyMap.Empty, Inputs("a"), new byte[32]), default);
        var check = await provider.CheckAsync(new CheckRequest(other, PropertyMap.Empty, Inputs("a"), new byte[32]), default);

        check
            .Failures.ShouldHaveSingleItem()
            .ShouldBe(
                new CheckFailure(
                    "metadata.name",
                    $"v1 ConfigMap ns/a is declared twice: also by 'a' ({UrnOf("a")}). Give one of them another name, or remove it"
                )
            );
    }

    [Fact]
    public async Task Secrets_in_clear_are_told_of_once_a_run()
    {
        await using var provider = await ProviderAsync();
        foreach (var name in new[] { "one", "two" })
        {
            var inputs = PropertyMap.Of(
                ("apiVersion", "v1"),
                ("kind", "Secret"),
                ("metadata", PropertyMap.Of(("name", name), ("namespace", "ns"))),
                ("data", new PropertySecret(PropertyMap.Of(("p", "dG9w"))))
            );
            await provider.CreateAsync(
                new CreateRequest(Urn.Create("dev", "p", null, "kubernetes:core/v1:Secret", name), inputs, null, Preview: false),
                default
            );
        }

        _host
            .Messages.ShouldHaveSingleItem()
            .ShouldEndWith("rendered holds Secrets in clear, readable by you alone; keep it out of version control");
    }

    [Fact]
    public async Task A_killed_run_left_a_file_that_is_adopted_and_one_that_it_did_not_write_is_not()
    {
        await using var provider = await ProviderAsync();
        await CreateAsync(provider, "a");

        var adopted = await provider.AdoptAsync(new AdoptRequest(UrnOf("a"), Inputs("a")), default);
        adopted!.Id.ShouldBe("ns/a");
        (await provider.AdoptAsync(new AdoptRequest(UrnOf("b"), Inputs("b")), default)).ShouldBeNull();
    }

    public void Dispose() => _host.Dispose();

    private async Task<KubernetesProvider> ProviderAsync()
    {
        var provider = new KubernetesProvider(RepositorySchemas.Catalog, _targets, _host);
        await provider.ConfigureAsync(Configuration(), default);
        return provider;
    }

    private static ConfigureRequest Configuration() => new(UrnOf("provider"), PropertyMap.Of(("renderYamlToDirectory", "rendered")));

    private static async Task<PropertyMap> CreateAsync(KubernetesProvider provider, string name) =>
        (await provider.CreateAsync(new CreateRequest(UrnOf(name), Inputs(name), null, Preview: false), default)).Outputs;

    private static Task<DiffResult> DiffAsync(KubernetesProvider provider, string name, PropertyMap outputs) =>
        provider.DiffAsync(new DiffRequest(UrnOf(name), $"ns/{name}", Inputs(name), outputs, Inputs(name), []), default);

    private static Urn UrnOf(string name) => Urn.Create("dev", "p", null, "kubernetes:core/v1:ConfigMap", name);

    private static PropertyMap Inputs(string name) =>
        PropertyMap.Of(
            ("apiVersion", "v1"),
            ("kind", "ConfigMap"),
            ("metadata", PropertyMap.Of(("name", name), ("namespace", "ns"))),
            ("data", PropertyMap.Of(("k", "v")))
        );

    private string FileOf(string name) => Path.Combine(Folder, "1-manifest", $"v1-configmap-ns-{name}.yaml");

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);

    private static IEnumerable<string> Files(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f))
            .Order(StringComparer.Ordinal);
}
