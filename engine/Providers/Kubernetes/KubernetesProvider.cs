using Engine.Contract;
using Engine.Schemas;
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
        Task.FromResult(
            new CheckResult(
                request.News,
                [.. ConfigCheck.Of(catalog, ObjectKind.Package, request.News), .. ProviderSettings.Conflicts(request.News)]
            )
        );

    public Task<DiffResult> DiffConfigAsync(DiffRequest request, CancellationToken cancellation) =>
        Task.FromResult(ConfigDiff.Of(request.OldInputs, request.News));

    public Task ConfigureAsync(ConfigureRequest request, CancellationToken cancellation)
    {
        _settings = ProviderSettings.Of(request.Inputs);
        _target = targets.Create(request.Inputs, host);
        return Task.CompletedTask;
    }

    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellation) =>
        new ObjectCheck(catalog, _schema.Value, _scopes, _target).CheckAsync(request, cancellation);

    public Task<DiffResult> DiffAsync(DiffRequest request, CancellationToken cancellation)
    {
        var kind = KindOf(request.Urn);
        var news = request.News;
        var live = CheckpointObject.Live(request.OldOutputs);
        var old = LiveInputs.Of(live, CheckpointObject.Inputs(request.OldOutputs, request.OldInputs));
        var changes = ValueDiff.Between(
            SchemaKeys.ToManifest(InDefaultNamespace(old, kind)),
            SchemaKeys.ToManifest(InDefaultNamespace(news, kind))
        );
        var immutable = ImmutableFields.Of(kind, kind.IsSecret ? _settings.SecretsAreMutable : _settings.ConfigMapsAreMutable);
        immutable = changes.Any(c => c.Path == "spec.type")
            ? [.. immutable.Where(field => field != ImmutableFields.LoadBalancerClass)]
            : immutable;
        var detailed = changes.ToDictionary(
            c => c.Path,
            c => new PropertyDiff(
                immutable.Covers(c.Steps) || (c.New is PropertyComputed && immutable.AreInside(c.Steps)) || LosesIdentity(c)
                    ? c.Kind.AsReplace()
                    : c.Kind,
                InputDiff: c.Kind == PropertyDiffKind.Delete
            ),
            StringComparer.Ordinal
        );
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
            DeleteBeforeReplace =
                replaces.Length > 0
                && !ObjectNames.IsGenerated(news)
                && ObjectIdentity.Of(news) is { } identity
                && identity.Id == ObjectIdentity.Of(live)?.Id,
        };
        return Task.FromResult(result);
    }

    public async Task<CreateResult> CreateAsync(CreateRequest request, CancellationToken cancellation)
    {
        var (kind, inputs) = (KindOf(request.Urn), request.Inputs);
        var manager = CheckpointObject.FieldManager(inputs, PropertyMap.Empty);
        if (request.Preview)
        {
            await PreviewAsync(request.Urn, null, inputs, manager, [], cancellation);
            return new CreateResult(ObjectIdentity.Of(inputs)?.Id, CheckpointObject.Of(inputs, inputs, kind.ApiVersion, manager));
        }

        var made = await Target().CreateAsync(Write(request.Urn, null, inputs, manager) with { Timeout = request.Timeout }, cancellation);
        var live = LiveSecrets.Mark(made.Live, inputs, kind);
        var (id, outputs) = (ObjectIdentity.Of(live)!.Id, CheckpointObject.Of(inputs, live, kind.ApiVersion, manager));
        return made.Faults.Count == 0 ? new CreateResult(id, outputs) : throw new ResourceInitException(id, outputs, null, made.Faults);
    }

    public async Task<PropertyMap> UpdateAsync(UpdateRequest request, CancellationToken cancellation)
    {
        var (kind, inputs) = (KindOf(request.Urn), request.News);
        var manager = CheckpointObject.FieldManager(inputs, request.OldOutputs);
        var former = ObjectIdentity.Of(CheckpointObject.Live(request.OldOutputs));
        var initial = CheckpointObject.InitialApiVersion(request.OldOutputs, kind);
        if (request.Preview)
        {
            await PreviewAsync(request.Urn, former, inputs, manager, request.IgnoreChanges, cancellation);
            return CheckpointObject.Of(inputs, Previewed(request), initial, manager);
        }

        var write = Write(request.Urn, former, inputs, manager) with { Timeout = request.Timeout, IgnoreChanges = request.IgnoreChanges };
        var changed = await Target().UpdateAsync(write, cancellation);
        var outputs = CheckpointObject.Of(inputs, LiveSecrets.Mark(changed.Live, inputs, kind), initial, manager);
        return changed.Faults.Count == 0 ? outputs : throw new ResourceInitException(request.Id, outputs, null, changed.Faults);
    }

    public async Task<ReadResult?> ReadAsync(ReadRequest request, CancellationToken cancellation)
    {
        if (request.Preview && _target is null)
        {
            return new ReadResult(request.Id, request.Inputs, request.Outputs);
        }

        var known = CheckpointObject.Live(request.Outputs);
        var identity = ObjectIdentity.Of(known) ?? IdentityOf(request.Urn, request.Id);
        if (await Target().ReadAsync(new ObjectRead(identity, known) { Preview = request.Preview }, cancellation) is not { } found)
        {
            return null;
        }

        var former = CheckpointObject.Inputs(request.Outputs, request.Inputs);
        var live = LiveSecrets.Mark(found.Live, former, identity.Kind);
        var inputs = SchemaKeys.ToManifest(LiveInputs.Of(live, former));
        var outputs = CheckpointObject.Of(
            inputs,
            live,
            CheckpointObject.InitialApiVersion(request.Outputs, identity.Kind),
            CheckpointObject.FieldManager(inputs, request.Outputs)
        );
        return found.Faults.Count == 0
            ? new ReadResult(request.Id, inputs, outputs)
            : throw new ResourceInitException(request.Id, outputs, inputs, found.Faults);
    }

    public async Task DeleteAsync(DeleteRequest request, CancellationToken cancellation)
    {
        var known = CheckpointObject.Live(request.Outputs);
        var delete = new ObjectDelete(
            request.Urn,
            ObjectIdentity.Of(known) ?? IdentityOf(request.Urn, request.Id),
            known,
            CheckpointObject.FieldManager(known, request.Outputs),
            request.Timeout
        )
        {
            IsPatch = KindOf(request.Urn).IsPatchOf(request.Inputs),
        };
        await Target().DeleteAsync(delete, cancellation);
    }

    public async Task<ReadResult?> AdoptAsync(AdoptRequest request, CancellationToken cancellation)
    {
        if (
            _target is null
            || ObjectIdentity.Of(request.Inputs) is not { } identity
            || await Target().ReadAsync(new ObjectRead(identity, request.Inputs) { MustBeOurs = true }, cancellation) is not { } found
        )
        {
            return null;
        }

        var live = LiveSecrets.Mark(found.Live, request.Inputs, identity.Kind);
        var outputs = CheckpointObject.Of(
            request.Inputs,
            live,
            identity.Kind.ApiVersion,
            CheckpointObject.FieldManager(request.Inputs, PropertyMap.Empty)
        );
        return found.Faults.Count == 0
            ? new ReadResult(identity.Id, request.Inputs, outputs)
            : throw new ResourceInitException(identity.Id, outputs, request.Inputs, found.Faults);
    }

    public Task CancelAsync()
    {
        _target?.Cancel();
        return Task.CompletedTask;
    }

    public Task<InvokeResult> InvokeAsync(InvokeRequest request, CancellationToken cancellation) =>
        throw new ProviderException(
            $"function '{request.Token}' is not built into this engine: declare the objects as resources, or run the program with the "
                + $"Pulumi CLI"
        );

    public ValueTask DisposeAsync() => _target?.DisposeAsync() ?? ValueTask.CompletedTask;

    private IObjectTarget Target() => _target ?? throw new ProviderException("the Kubernetes provider's arguments are not known yet");

    // Losing all of its metadata, an object loses its name.
    private static bool LosesIdentity(ValueDiff.Change change) => change is { Kind: PropertyDiffKind.Delete, Path: "metadata" };

    private bool HasDrifted(DiffRequest request, PropertyMap news)
    {
        if (_target is null or PlannedTarget || ObjectIdentity.Of(news) is not { } identity)
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

        return metadata.Get("namespace")?.Plain() is null or PropertyNull
            ? manifest.With("metadata", metadata.With("namespace", "default"))
            : manifest;
    }

    // What the update leaves alone stays as the object has it; a folder has nothing but the inputs.
    private PropertyMap Previewed(UpdateRequest request) =>
        _settings.RenderFolder is not null ? request.News : new PropertyMap(CheckpointObject.Live(request.OldOutputs).Concat(request.News));

    private async Task PreviewAsync(
        Urn urn,
        ObjectIdentity? former,
        PropertyMap inputs,
        string manager,
        IReadOnlyList<string> ignored,
        CancellationToken cancellation
    )
    {
        if (_target is { } target && ObjectIdentity.Of(inputs) is not null)
        {
            await target.PreviewAsync(Write(urn, former, inputs, manager) with { IgnoreChanges = ignored }, cancellation);
        }
    }

    private static ObjectWrite Write(Urn urn, ObjectIdentity? former, PropertyMap manifest, string manager) =>
        ObjectIdentity.Of(manifest) is not { } identity
            ? throw new ProviderException("metadata.name: the object has no name, or it is not known; give it one")
            : new ObjectWrite(urn, identity, former, manifest, manager, null) { IsPatch = KindOf(urn).IsPatchOf(manifest) };

    private static ObjectIdentity IdentityOf(Urn urn, string id)
    {
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        return new ObjectIdentity(KindOf(urn), slash < 0 ? null : id[..slash], id[(slash + 1)..]);
    }

    private static ObjectKind KindOf(Urn urn) =>
        ObjectKind.Of(urn.Type)
        ?? throw new ProviderException(
            $"'{urn.Type}' is no Kubernetes kind; types are kubernetes:<group>/<version>:<Kind>, for example kubernetes:apps/v1:Deployment"
        );
}
