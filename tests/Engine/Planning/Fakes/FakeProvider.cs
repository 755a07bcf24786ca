using Engine.Contract;
using Engine.Values;

namespace Engine.Tests.Planning.Fakes;

/// <summary>
/// Things with a <c>name</c> (generated when not given, and then kept), a <c>value</c> that changes in place, a <c>kind</c> that forces a
/// replacement, and
/// <c>refs</c> to other things, or <c>hardRefs</c> whose change forces a replacement too. A name exists once: a replacement that keeps a
/// given name must delete first. Its own configuration may have a <c>region</c>, whose change makes another provider of it.
/// Of <c>labels</c> it tells which one differs, of all else only the property.
/// </summary>
internal sealed class FakeProvider(FakeCloud cloud) : IProvider
{
    private static readonly string[] Forcing = ["kind", "name", "hardRefs"];

    public Task ConfigureAsync(ConfigureRequest request, CancellationToken cancellation) => Task.CompletedTask;

    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellation)
    {
        var failures = request.News.Get("value") is PropertyString { Value: "bad" }
            ? new[] { new CheckFailure("value", "'bad' is not allowed") }
            : [];
        if (request.News.ContainsKey("name"))
        {
            return Task.FromResult(new CheckResult(request.News, failures));
        }

        var name = request.Olds.GetText("generated") is not null
            ? request.Olds.GetText("name")!
            : $"{request.Urn.Name}-{Convert.ToHexStringLower(request.RandomSeed.Span[..4])}";
        return Task.FromResult(new CheckResult(request.News.With("name", name).With("generated", "yes"), failures));
    }

    /// <summary>A provider of another region is another one; all else of its configuration changes in place.</summary>
    public Task<DiffResult> DiffConfigAsync(DiffRequest request, CancellationToken cancellation) =>
        Task.FromResult(
            request.OldInputs.GetText("region") != request.News.GetText("region")
                ? new DiffResult { Changes = DiffChanges.Some, Replaces = ["region"] }
            : request.OldInputs.Equals(request.News) ? DiffResult.None
            : new DiffResult { Changes = DiffChanges.Some }
        );

    public async Task<DiffResult> DiffAsync(DiffRequest request, CancellationToken cancellation)
    {
        cloud.Diffs.Enqueue(request);
        await Task.Yield();
        var differences = StructuralDiff.Of(request.OldInputs, request.News);
        var changed = differences.Select(d => d.Path.Segments[0].Key!).Distinct().Where(k => k != "generated").ToList();
        return new DiffResult
        {
            Changes = changed.Count > 0 ? DiffChanges.Some : DiffChanges.None,
            Diffs = changed,
            Replaces = [.. changed.Intersect(Forcing)],
            DetailedDiff = changed
                .Where(k => k != "labels")
                .Concat(differences.Select(d => d.Path).Where(path => path.Segments[0].Key == "labels").Select(path => path.ToString()))
                .ToDictionary(
                    k => k,
                    k => new PropertyDiff(Forcing.Contains(k) ? PropertyDiffKind.UpdateReplace : PropertyDiffKind.Update)
                ),
            DeleteBeforeReplace =
                !request.News.ContainsKey("generated") && request.OldInputs.GetText("name") == request.News.GetText("name"),
        };
    }

    public async Task<CreateResult> CreateAsync(CreateRequest request, CancellationToken cancellation)
    {
        if (request.Preview)
        {
            return new CreateResult(null, request.Inputs.With("id", PropertyValue.Computed));
        }

        await Task.Yield();
        var name = Operate("create", request.Inputs);
        foreach (var missing in Refs(request.Inputs).Where(r => !cloud.Objects.ContainsKey(r)))
        {
            throw new ProviderException($"'{name}' refers to '{missing}', which does not exist");
        }

        if (!cloud.Objects.TryAdd(name, request.Inputs))
        {
            throw new ProviderException($"'{name}' already exists");
        }

        if (request.Inputs.GetText("value") == "unready")
        {
            throw new ResourceInitException(name, request.Inputs, null, ["it is not ready"]);
        }

        return new CreateResult(name, request.Inputs);
    }

    public Task<ReadResult?> ReadAsync(ReadRequest request, CancellationToken cancellation) =>
        Task.FromResult(cloud.Objects.TryGetValue(request.Id, out var inputs) ? new ReadResult(request.Id, inputs, inputs) : null);

    public async Task<PropertyMap> UpdateAsync(UpdateRequest request, CancellationToken cancellation)
    {
        if (!request.Preview)
        {
            await Task.Yield();
            Operate("update", request.News);
            cloud.Objects[request.Id] = request.News;
        }

        return request.News;
    }

    public async Task DeleteAsync(DeleteRequest request, CancellationToken cancellation)
    {
        await Task.Yield();
        Operate("delete", request.Inputs);
        cloud.Objects.TryRemove(request.Id, out _);
    }

    public Task<InvokeResult> InvokeAsync(InvokeRequest request, CancellationToken cancellation) =>
        Task.FromResult(new InvokeResult(request.Arguments, []));

    public Task<ReadResult?> AdoptAsync(AdoptRequest request, CancellationToken cancellation) =>
        Task.FromResult(
            cloud.Objects.TryGetValue(request.Inputs.GetText("name")!, out var inputs)
                ? new ReadResult(request.Inputs.GetText("name")!, inputs, inputs)
                : null
        );

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private string Operate(string operation, PropertyMap inputs)
    {
        var name = inputs.GetText("name")!;
        cloud.Log.Enqueue($"{operation} {name}");
        return cloud.Failing.TryRemove(name, out var reason) ? throw new ProviderException(reason) : name;
    }

    private static IEnumerable<string> Refs(PropertyMap inputs) =>
        new[] { "refs", "hardRefs" }
            .SelectMany(k => inputs.Get(k) as PropertyArray ?? PropertyArray.Empty)
            .OfType<PropertyString>()
            .Select(s => s.Value);
}
