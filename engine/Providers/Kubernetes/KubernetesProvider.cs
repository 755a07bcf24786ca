using Engine.Planning;
using Engine.Providers.Schemas;
using Engine.Values;

namespace Engine.Providers.Kubernetes;

/// <summary>
/// Kubernetes objects as the published provider 4.x manages them: the same inputs and outputs in the state, the same decisions.
/// Where the objects are is the <see cref="IObjectTarget"/>'s matter.
/// </summary>
internal sealed class KubernetesProvider(SchemaCatalog catalog, TargetFactory targets, IProviderHost host) : IProvider
{
    private readonly KindScopes _scopes = new();
    private readonly Lazy<PackageSchema?> _schema = new(() => catalog.Find(ObjectKind.Package));
    private ProviderSettings _settings = ProviderSettings.Of(PropertyMap.Empty);

    // Null until configured: in a preview the cluster may not be known yet.
    private IObjectTarget? _target;

    public bool PreviewsUnconfigured => true;

    public Task<CheckResult> CheckConfigAsync(CheckRequest request, CancellationToken cancellation) =>
        Task.FromResult(new CheckResult(request.News, [.. ConfigCheck.Of(catalog, ObjectKind.Package, request.News), .. ProviderSettings.Conflicts(request.News)]));

    public Task<DiffResult> DiffConfigAsync(DiffRequest request, CancellationToken cancellation) =>
        Task.FromResult(ConfigDiff.Of(request.OldInputs, request.News));

    public Task ConfigureAsync(ConfigureRequest request, CancellationToken cancellation)
    {
        _settings = ProviderSettings.Of(request.Inputs);
        _target = targets.Create(_settings, host);
        return Task.CompletedTask;
    }

    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellation) =>
        Task.FromResult(new ObjectCheck(catalog, _schema.Value, _scopes, _target).Check(request));

    public Task<DiffResult> DiffAsync(DiffRequest request, CancellationToken cancellation)
    {
        var kind = KindOf(request.Urn);
        var news = request.News;
        var live = CheckpointObject.Live(request.OldOutputs);
        var old = ValueDiff.Prune(live, CheckpointObject.Inputs(request.OldOutputs, request.OldInputs));
        var changes = ValueDiff.Between(SchemaKeys.ToManifest(InDefaultNamespace(old, kind)), SchemaKeys.ToManifest(InDefaultNamespace(news, kind)));
        var immutable = ImmutableFields.Of(kind, kind.IsSecret ? _settings.SecretsAreMutable : _settings.ConfigMapsAreMutable);
        var detailed = changes.ToDictionary(
            c => c.Path,
            c => new PropertyDiff(immutable.Covers(c.Steps) || (c.New is PropertyComputed && immutable.AreInside(c.Steps)) || LosesIdentity(c) ? c.Kind.AsReplace() : c.Kind, InputDiff: c.Kind == PropertyDiffKind.Delete),
            StringComparer.Ordinal);
        foreach (var ignored in request.IgnoreChanges)
        {
            detailed.Remove(ignored);
        }

        var replaces = detailed.Where(d => d.Value.Kind.IsReplace()).Select(d => d.Key).Order(StringComparer.Ordinal).ToArray();
        if (detailed.Count == 0 && !HasDrifted(request, news))
        {
            return Task.FromResult(DiffResult.None with { DetailedDiff = detailed });
        }

        var result = new DiffResult
        {
            Changes = DiffChanges.Some,
            DetailedDiff = detailed,
            Replaces = replaces,
            DeleteBeforeReplace = replaces.Length > 0 && !ObjectNames.IsGenerated(news) && ObjectIdentity.Of(news) is { } identity && identity.Id == ObjectIdentity.Of(live)?.Id,
        };
        return Task.FromResult(result);
    }

    public async Task<CreateResult> CreateAsync(CreateRequest request, CancellationToken cancellation)
    {
        var kind = KindOf(request.Urn);
        var manager = CheckpointObject.FieldManager(request.Inputs, PropertyMap.Empty);
        var identity = ObjectIdentity.Of(request.Inputs);
        var live = request.Preview ? request.Inputs : await Target().CreateAsync(Write(request.Urn, identity, null, request.Inputs, manager, request.Timeout), cancellation);
        return new CreateResult(ObjectIdentity.Of(live)?.Id, CheckpointObject.Of(request.Inputs, live, kind.ApiVersion, manager));
    }

    public async Task<PropertyMap> UpdateAsync(UpdateRequest request, CancellationToken cancellation)
    {
        var manager = CheckpointObject.FieldManager(request.News, request.OldOutputs);
        var former = ObjectIdentity.Of(CheckpointObject.Live(request.OldOutputs));
        var live = request.Preview
            ? Previewed(request)
            : await Target().UpdateAsync(Write(request.Urn, ObjectIdentity.Of(request.News), former, request.News, manager, request.Timeout), cancellation);
        return CheckpointObject.Of(request.News, live, CheckpointObject.InitialApiVersion(request.OldOutputs, KindOf(request.Urn)), manager);
    }

    public async Task<ReadResult?> ReadAsync(ReadRequest request, CancellationToken cancellation)
    {
        if (request.Preview && !IsReached)
        {
            return new ReadResult(request.Id, request.Inputs, request.Outputs);
        }

        var known = CheckpointObject.Live(request.Outputs);
        var identity = ObjectIdentity.Of(known) ?? IdentityOf(request.Urn, request.Id);
        if (await Target().ReadAsync(identity, known, cancellation) is not { } live)
        {
            return null;
        }

        var inputs = SchemaKeys.ToManifest(ValueDiff.Prune(live, CheckpointObject.Inputs(request.Outputs, request.Inputs)));
        return new ReadResult(
            request.Id, inputs,
            CheckpointObject.Of(inputs, live, CheckpointObject.InitialApiVersion(request.Outputs, identity.Kind), CheckpointObject.FieldManager(inputs, request.Outputs)));
    }

    public async Task DeleteAsync(DeleteRequest request, CancellationToken cancellation)
    {
        var known = CheckpointObject.Live(request.Outputs);
        await Target().DeleteAsync(request.Urn, ObjectIdentity.Of(known) ?? IdentityOf(request.Urn, request.Id), known, request.Timeout, cancellation);
    }

    public async Task<ReadResult?> AdoptAsync(AdoptRequest request, CancellationToken cancellation)
    {
        if (!IsReached || ObjectIdentity.Of(request.Inputs) is not { } identity || await Target().ReadAsync(identity, request.Inputs, cancellation) is not { } live)
        {
            return null;
        }

        return new ReadResult(
            identity.Id, request.Inputs,
            CheckpointObject.Of(request.Inputs, live, identity.Kind.ApiVersion, CheckpointObject.FieldManager(request.Inputs, PropertyMap.Empty)));
    }

    public Task<InvokeResult> InvokeAsync(InvokeRequest request, CancellationToken cancellation) =>
        throw new ProviderException($"function '{request.Token}' is not built into this engine: declare the objects as resources, or run the program with the Pulumi CLI");

    public ValueTask DisposeAsync() => _target is IAsyncDisposable target ? target.DisposeAsync() : ValueTask.CompletedTask;

    private bool IsReached => _target is not (null or UnreachedCluster);

    private IObjectTarget Target() => _target ?? throw new ProviderException("the Kubernetes provider's arguments are not known yet");

    // Losing all of its metadata, an object loses its name.
    private static bool LosesIdentity(ValueDiff.Change change) => change is { Kind: PropertyDiffKind.Delete, Path: "metadata" };

    private bool HasDrifted(DiffRequest request, PropertyMap news)
    {
        if (_target is null || ObjectIdentity.Of(news) is not { } identity)
        {
            return false;
        }

        if (_target.FindDrift(identity, news) is { } reason)
        {
            host.Log(Severity.Info, reason, request.Urn);
            return true;
        }

        return _settings.AlwaysRender && _settings.RenderFolder is not null;
    }

    private PropertyMap InDefaultNamespace(PropertyMap manifest, ObjectKind kind)
    {
        var metadata = manifest.Map("metadata");
        if (!_scopes.IsNamespaced(kind))
        {
            return metadata.ContainsKey("namespace") ? manifest.With("metadata", metadata.Without("namespace")) : manifest;
        }

        return metadata.Get("namespace")?.Plain() is null or PropertyNull ? manifest.With("metadata", metadata.With("namespace", "default")) : manifest;
    }

    // What the update leaves alone stays as the object has it; a folder has nothing but the inputs.
    private PropertyMap Previewed(UpdateRequest request) =>
        _settings.RenderFolder is not null ? request.News : new PropertyMap(CheckpointObject.Live(request.OldOutputs).Concat(request.News));

    private static ObjectWrite Write(Urn urn, ObjectIdentity? identity, ObjectIdentity? former, PropertyMap manifest, string manager, TimeSpan? timeout) =>
        identity is null
            ? throw new ProviderException("metadata.name: the object has no name, or it is not known; give it one")
            : new ObjectWrite(urn, identity, former, manifest, manager, timeout);

    private static ObjectIdentity IdentityOf(Urn urn, string id)
    {
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        return new ObjectIdentity(KindOf(urn), slash < 0 ? null : id[..slash], id[(slash + 1)..]);
    }

    private static ObjectKind KindOf(Urn urn) =>
        ObjectKind.Of(urn.Type) ?? throw new ProviderException($"'{urn.Type}' is no Kubernetes kind; types are kubernetes:<group>/<version>:<Kind>, for example kubernetes:apps/v1:Deployment");
}
