using Engine.Values;

namespace Engine.Providers.Kubernetes.Cluster;

/// <summary>What can be done with objects of a cluster.</summary>
internal sealed class ApiObjects(ApiClient api)
{
    private const string DryRun = "dryRun=All";

    public ApiKinds Kinds { get; } = new(api);

    /// <returns>Null when there is no such object, or no such kind.</returns>
    public async Task<PropertyMap?> FindAsync(ObjectIdentity identity, CancellationToken cancellation)
    {
        if (await Kinds.FindAsync(identity.Kind, cancellation) is not { } kind)
        {
            return null;
        }

        try
        {
            return await api.SendAsync(new ApiRequest(HttpMethod.Get, kind.PathOf(identity.Namespace, identity.Name)), cancellation);
        }
        catch (ApiException e) when (e.IsNotFound)
        {
            return null;
        }
    }

    /// <summary>The objects of a kind in a namespace; none when the credentials may not read them.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="space">The namespace.</param>
    /// <param name="query">What to choose by, for example <c>labelSelector=app%3Da</c>; null for all.</param>
    /// <param name="cancellation">Ends the wait for the answer.</param>
    public async Task<IReadOnlyList<PropertyMap>> ListAsync(ObjectKind kind, string? space, string? query, CancellationToken cancellation)
    {
        if (await Kinds.FindAsync(kind, cancellation) is not { } served)
        {
            return [];
        }

        try
        {
            var path = served.PathOf(space, null) + (query is null ? "" : "?" + query);
            return [.. (await api.SendAsync(new ApiRequest(HttpMethod.Get, path), cancellation)).Items("items")];
        }
        catch (ApiException)
        {
            return [];
        }
    }

    /// <summary>Tells each change of an object until the server ends the watch.</summary>
    /// <param name="identity">The object.</param>
    /// <param name="version">Its resourceVersion after which changes are told; null to be told what it is now, too.</param>
    /// <param name="told">Called for each change.</param>
    /// <param name="cancellation">Ends the watch.</param>
    /// <exception cref="ApiException">The server does not let it be watched.</exception>
    public async Task WatchAsync(ObjectIdentity identity, string? version, Action told, CancellationToken cancellation)
    {
        var kind = await RequireAsync(identity.Kind, cancellation);
        var one = Uri.EscapeDataString($"metadata.name={identity.Name}");
        var from = version is null ? "" : $"&resourceVersion={Uri.EscapeDataString(version)}";
        await api.WatchAsync($"{kind.PathOf(identity.Namespace, null)}?watch=true&fieldSelector={one}{from}", told, cancellation);
    }

    /// <exception cref="ApiException">Refused; also when there is such an object.</exception>
    public async Task<PropertyMap> CreateAsync(
        ObjectIdentity identity,
        PropertyMap manifest,
        string fieldManager,
        Action<string> warned,
        CancellationToken cancellation
    )
    {
        var kind = await RequireAsync(identity.Kind, cancellation);
        return await api.SendAsync(
            new ApiRequest(HttpMethod.Post, $"{kind.PathOf(identity.Namespace, null)}?fieldManager={Uri.EscapeDataString(fieldManager)}")
            {
                Body = manifest,
                Warned = warned,
            },
            cancellation
        );
    }

    /// <summary>Server-side apply: creates the object, or makes the fields of the manifest what it says and drops those that this manager
    /// had set before.</summary>
    public async Task<PropertyMap> ApplyAsync(
        ObjectIdentity identity,
        PropertyMap manifest,
        ApplyMode mode,
        Action<string> warned,
        CancellationToken cancellation
    )
    {
        var kind = await RequireAsync(identity.Kind, cancellation);
        var query =
            $"?fieldManager={Uri.EscapeDataString(mode.FieldManager)}&force={(mode.Force ? "true" : "false")}"
            + (mode.IsDryRun ? "&" + DryRun : "");
        return await api.SendAsync(
            new ApiRequest(HttpMethod.Patch, kind.PathOf(identity.Namespace, identity.Name) + query)
            {
                Body = manifest,
                ContentType = ApiRequest.Apply,
                Warned = warned,
            },
            cancellation
        );
    }

    public async Task<PropertyMap> PatchAsync(ObjectIdentity identity, PropertyArray patch, CancellationToken cancellation)
    {
        var kind = await RequireAsync(identity.Kind, cancellation);
        return await api.SendAsync(
            new ApiRequest(HttpMethod.Patch, kind.PathOf(identity.Namespace, identity.Name))
            {
                Body = patch,
                ContentType = ApiRequest.JsonPatch,
            },
            cancellation
        );
    }

    /// <param name="identity">The object.</param>
    /// <param name="propagation"><c>Foreground</c>, <c>Background</c> or <c>Orphan</c>.</param>
    /// <param name="cancellation">Ends the wait for the answer.</param>
    /// <returns>Whether there was such an object, and whether it may still be there.</returns>
    public async Task<Deletion> DeleteAsync(ObjectIdentity identity, string propagation, CancellationToken cancellation)
    {
        if (await Kinds.FindAsync(identity.Kind, cancellation) is not { } kind)
        {
            return Deletion.NotThere;
        }

        try
        {
            var answer = await api.SendAsync(
                new ApiRequest(HttpMethod.Delete, kind.PathOf(identity.Namespace, identity.Name))
                {
                    Body = PropertyMap.Of(("apiVersion", "v1"), ("kind", "DeleteOptions"), ("propagationPolicy", propagation)),
                },
                cancellation
            );
            return IsGone(answer) ? Deletion.Done : Deletion.Begun;
        }
        catch (ApiException e) when (e.IsNotFound)
        {
            return Deletion.NotThere;
        }
    }

    // What waits for something is answered with the object itself; what is gone, for most kinds, with its uid alone.
    private static bool IsGone(PropertyMap answer) =>
        answer.Text("kind") == "Status" && answer.Text("status") == "Success" && answer.Map("details").ContainsKey("uid");

    private async Task<ApiKind> RequireAsync(ObjectKind kind, CancellationToken cancellation) =>
        await Kinds.FindAsync(kind, cancellation)
        ?? throw new ApiException(
            System.Net.HttpStatusCode.NotFound,
            UnknownKind,
            $"the cluster has no kind {kind}: install what brings it (its CustomResourceDefinition) first, or check apiVersion and kind",
            []
        );

    /// <value>Reason of the failure when the server does not serve the kind.</value>
    public const string UnknownKind = "UnknownKind";
}
