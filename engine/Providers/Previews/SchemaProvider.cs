using Agreement;
using Engine.Contract;
using Engine.Schemas;
using Engine.Values;

namespace Engine.Providers.Previews;

/// <summary>
/// A package that the engine only has the schema of (aws, eks): resources are checked against it and previewed; nothing is ever created.
/// What a resource would answer is unknown where it is no input.
/// </summary>
internal sealed class SchemaProvider(SchemaCatalog catalog, PackageSchema schema) : IProvider
{
    public bool PreviewOnly => true;

    public bool PreviewsUnconfigured => true;

    public Task<CheckResult> CheckConfigAsync(CheckRequest request, CancellationToken cancellation) =>
        Task.FromResult(new CheckResult(request.News, ConfigCheck.Of(catalog, schema.Name, request.News)));

    public Task ConfigureAsync(ConfigureRequest request, CancellationToken cancellation) => Task.CompletedTask;

    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellation) =>
        Task.FromResult(new CheckResult(request.News, Check(request.Urn.Type, request.News)));

    public Task<DiffResult> DiffAsync(DiffRequest request, CancellationToken cancellation)
    {
        var properties = schema.Resource(request.Urn.Type)?.Inputs.Properties;
        var changes = ValueDiff
            .Between(request.OldInputs, request.News)
            .Where(c => !c.Steps[0].StartsWith("__", StringComparison.Ordinal) && !request.IgnoreChanges.Contains(c.Path))
            .ToArray();
        if (changes.Length == 0)
        {
            return Task.FromResult(DiffResult.None);
        }

        bool Replaces(ValueDiff.Change change) => properties?.GetValueOrDefault(change.Steps[0])?.ReplaceOnChanges == true;
        return Task.FromResult(
            new DiffResult
            {
                Changes = DiffChanges.Some,
                Diffs = [.. changes.Select(c => c.Steps[0]).Distinct()],
                DetailedDiff = changes.ToDictionary(
                    c => c.Path,
                    c => new PropertyDiff(Replaces(c) ? c.Kind.AsReplace() : c.Kind, InputDiff: true),
                    StringComparer.Ordinal
                ),
                Replaces = [.. changes.Where(Replaces).Select(c => c.Steps[0]).Distinct()],
            }
        );
    }

    public Task<CreateResult> CreateAsync(CreateRequest request, CancellationToken cancellation) =>
        request.Preview
            ? Task.FromResult(new CreateResult(null, Outputs(request.Urn.Type, request.Inputs)))
            : throw Refused(request.Urn.Type);

    public Task<PropertyMap> UpdateAsync(UpdateRequest request, CancellationToken cancellation) =>
        request.Preview ? Task.FromResult(new PropertyMap(request.OldOutputs.Concat(request.News))) : throw Refused(request.Urn.Type);

    public Task<ReadResult?> ReadAsync(ReadRequest request, CancellationToken cancellation) =>
        request.Preview
            ? Task.FromResult<ReadResult?>(new ReadResult(request.Id, request.Inputs, Outputs(request.Urn.Type, request.Outputs)))
            : throw Refused(request.Urn.Type);

    public Task DeleteAsync(DeleteRequest request, CancellationToken cancellation) => throw Refused(request.Urn.Type);

    public Task<InvokeResult> InvokeAsync(InvokeRequest request, CancellationToken cancellation)
    {
        if (schema.Function(request.Token) is not { } function)
        {
            return Task.FromResult(
                new InvokeResult(null, [new CheckFailure("", $"package {schema.Name} {schema.Version} has no function '{request.Token}'")])
            );
        }

        var failures = SchemaCheck.Inputs(catalog, schema, function.Inputs, request.Arguments);
        return request.Preview || failures.Count > 0 ? Task.FromResult(new InvokeResult(null, failures)) : throw Refused(request.Token);
    }

    public Task<CallResult> CallAsync(CallRequest request, CancellationToken cancellation)
    {
        if (!request.Preview)
        {
            throw Refused(request.Token);
        }

        var outputs = schema.Function(request.Token)?.Outputs.Properties.Keys ?? [];
        return Task.FromResult(
            new CallResult(
                new PropertyMap(outputs.Select(name => KeyValuePair.Create(name, PropertyValue.Computed))),
                new Dictionary<string, IReadOnlyList<Urn>>(),
                []
            )
        );
    }

    public Task<ConstructResult> ConstructAsync(ConstructRequest request, CancellationToken cancellation)
    {
        if (!request.Preview)
        {
            throw Refused(request.Type);
        }

        var failures = Check(request.Type, request.Inputs);
        if (failures.Count > 0)
        {
            throw new ProviderException(
                string.Join('\n', failures.Select(f => f.Property.Length == 0 ? f.Reason : $"{f.Property}: {f.Reason}"))
            );
        }

        return Task.FromResult(
            new ConstructResult(request.Urn, Outputs(request.Type, PropertyMap.Empty), new Dictionary<string, IReadOnlyList<Urn>>())
            {
                IsOpaque = true,
            }
        );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IReadOnlyList<CheckFailure> Check(string type, PropertyMap inputs) =>
        schema.Resource(type) is { } resource
            ? SchemaCheck.Inputs(catalog, schema, resource.Inputs, inputs)
            : [new CheckFailure("", UnknownType(type))];

    // An input that comes back under its own name is known; all else only the cloud knows.
    private PropertyMap Outputs(string type, PropertyMap inputs)
    {
        var properties = schema.Resource(type)?.Outputs.Properties ?? new Dictionary<string, SchemaProperty>();
        return new PropertyMap(
            properties.Select(p =>
            {
                var value = inputs.Get(p.Key) ?? PropertyValue.Computed;
                return KeyValuePair.Create(p.Key, p.Value.IsSecret ? value.AsSecret() : value);
            })
        );
    }

    private string UnknownType(string type)
    {
        var meant = Spelling.Nearest(type, schema.ResourceTokens);
        return $"'{type}' is no type of package {schema.Name} {schema.Version}{(meant.Count == 0 ? "" : $" (did you mean '{meant[0]}'?)")}";
    }

    private ProviderException Refused(string what) =>
        new($"{what}: this engine previews package {schema.Name} and changes nothing of it; run `pulumi up` for that");
}
