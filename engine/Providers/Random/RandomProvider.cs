using System.Text.Json;
using Agreement;
using Engine.Contract;
using Engine.Schemas;
using Engine.Values;

namespace Engine.Providers.Random;

/// <summary>
/// Package random: values that are drawn once and live in the state alone, kept as the published plugin 4.x keeps them. Any changed input
/// draws anew.
/// </summary>
internal sealed class RandomProvider(SchemaCatalog catalog) : IProvider
{
    public const string Package = "random";
    private const string MetaKey = "__meta";

    private static readonly Dictionary<string, RandomKind> Kinds = new(StringComparer.Ordinal)
    {
        ["RandomBytes"] = new RandomBytes(),
        ["RandomId"] = new RandomId(),
        ["RandomInteger"] = new RandomInteger(),
        ["RandomPassword"] = new RandomPassword(),
        ["RandomPet"] = new RandomPet(),
        ["RandomShuffle"] = new RandomShuffle(),
        ["RandomString"] = new RandomText(),
        ["RandomUuid"] = new RandomUuid(Guid.NewGuid),
        ["RandomUuid4"] = new RandomUuid(Guid.NewGuid),
        ["RandomUuid7"] = new RandomUuid(Guid.CreateVersion7),
    };

    private readonly Lazy<PackageSchema?> _schema = new(() => catalog.Find(Package));

    public Task ConfigureAsync(ConfigureRequest request, CancellationToken cancellation) => Task.CompletedTask;

    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellation)
    {
        if (!Kinds.TryGetValue(NameOf(request.Urn), out var kind))
        {
            return Task.FromResult(new CheckResult(request.News, [new CheckFailure("", UnknownType(request.Urn.Type))]));
        }

        var failures =
            _schema.Value is { } schema && schema.Resource(request.Urn.Type) is { } resource
                ? SchemaCheck.Inputs(catalog, schema, resource.Inputs, request.News)
                : [];
        return Task.FromResult(new CheckResult(request.News, failures.Count > 0 ? failures : [.. kind.Check(request.News)]));
    }

    public Task<DiffResult> DiffAsync(DiffRequest request, CancellationToken cancellation)
    {
        var kind = KindOf(request.Urn);
        var (old, news) = (Complete(kind, request.OldInputs), Complete(kind, request.News));
        var changed = old
            .Keys.Union(news.Keys)
            .Where(key => Differs(old.Get(key), news.Get(key)) && !request.IgnoreChanges.Contains(key))
            .Order(StringComparer.Ordinal)
            .ToArray();
        return Task.FromResult(
            changed.Length == 0
                ? DiffResult.None
                : new DiffResult
                {
                    Changes = DiffChanges.Some,
                    Diffs = changed,
                    Replaces = changed,
                }
        );
    }

    public Task<CreateResult> CreateAsync(CreateRequest request, CancellationToken cancellation)
    {
        var kind = KindOf(request.Urn);
        var inputs = Complete(kind, request.Inputs);
        if (request.Preview)
        {
            var unknown = new PropertyMap(kind.Drawn.Append("id").Select(name => KeyValuePair.Create(name, PropertyValue.Computed)));
            return Task.FromResult(new CreateResult(null, Outputs(kind, inputs, unknown, null)));
        }

        var (id, values) = kind.Draw((PropertyMap)inputs.PlainDeep());
        return Task.FromResult(new CreateResult(id, Outputs(kind, inputs, values.With("id", id), kind.StateVersion)));
    }

    public Task<ReadResult?> ReadAsync(ReadRequest request, CancellationToken cancellation)
    {
        var kind = KindOf(request.Urn);
        if (kind.Drawn.Count > 0 ? kind.Drawn.All(request.Outputs.ContainsKey) : request.Outputs.ContainsKey("id"))
        {
            return Task.FromResult<ReadResult?>(new ReadResult(request.Id, request.Inputs, request.Outputs));
        }

        if (kind.Import(request.Id) is not { } import)
        {
            throw new ProviderException(
                $"a {NameOf(request.Urn)} cannot be imported by this id; leave the import out and a new value is drawn"
            );
        }

        var outputs = Outputs(kind, Complete(kind, import.Inputs), import.Values.With("id", import.Id), kind.StateVersion);
        return Task.FromResult<ReadResult?>(new ReadResult(import.Id, import.Inputs, outputs));
    }

    public Task<PropertyMap> UpdateAsync(UpdateRequest request, CancellationToken cancellation) =>
        Task.FromResult(new PropertyMap(request.OldOutputs.Concat(request.News)));

    public Task DeleteAsync(DeleteRequest request, CancellationToken cancellation) => Task.CompletedTask;

    public Task<InvokeResult> InvokeAsync(InvokeRequest request, CancellationToken cancellation) =>
        throw new ProviderException($"function '{request.Token}' is not built into this engine");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static PropertyMap Complete(RandomKind kind, PropertyMap inputs) =>
        new(kind.Defaults.Concat(kind is RandomText ? RandomText.Completed(inputs) : inputs).Where(m => m.Value is not PropertyNull));

    private static PropertyMap Outputs(RandomKind kind, PropertyMap inputs, PropertyMap values, string? stateVersion)
    {
        var drawn = kind.IsSecret ? values.Select((name, value) => kind.Drawn.Contains(name) ? value.AsSecret() : value) : values;
        var outputs = new PropertyMap(inputs.Concat(drawn));
        return stateVersion is null
            ? outputs
            : outputs.With(MetaKey, JsonSerializer.Serialize(new Dictionary<string, string> { ["schema_version"] = stateVersion }));
    }

    // A secret that cannot be read (previews) is taken as unchanged.
    private static bool Differs(PropertyValue? old, PropertyValue? news) =>
        old is not PropertySecret { IsUnreadable: true } && (old?.PlainDeep() != news?.PlainDeep() || news?.ContainsUnknown() == true);

    private static string NameOf(Urn urn) => urn.Type[(urn.Type.LastIndexOf(':') + 1)..];

    private static RandomKind KindOf(Urn urn) =>
        Kinds.TryGetValue(NameOf(urn), out var kind) ? kind : throw new ProviderException(UnknownType(urn.Type));

    private static string UnknownType(string token)
    {
        var known = Kinds.Keys.Order(StringComparer.Ordinal).ToArray();
        var meant = Spelling.Nearest(token[(token.LastIndexOf(':') + 1)..], known);
        return $"'{token}' is no type of package random{(meant.Count == 0 ? "" : $" (did you mean '{meant[0]}'?)")}; it has "
            + $"{string.Join(", ", known)}";
    }
}
