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

    /// <summary>The objects of a kind in a namespace; none when the server does not know the kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="space">The namespace.</param>
    /// <param name="query">What to choose by, for example <c>labelSelector=app%3Da</c>; null for all.</param>
    /// <param name="cancellation">Ends the wait for the answer.</param>
    /// <exception cref="ApiException">Refused: the credentials may not list them, for example.</exception>
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
        catch (ApiException e) when (e.IsNotFound)
        {
            return [];
        }
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
    /// <returns>False when there is no such object any more.</returns>
    public async Task<bool> DeleteAsync(ObjectIdentity identity, string propagation, CancellationToken cancellation)
    {
        if (await Kinds.FindAsync(identity.Kind, cancellation) is not { } kind)
        {
            return false;
        }

        try
        {
            await api.SendAsync(
                new ApiRequest(HttpMethod.Delete, kind.PathOf(identity.Namespace, identity.Name))
                {
                    Body = PropertyMap.Of(("apiVersion", "v1"), ("kind", "DeleteOptions"), ("propagationPolicy", propagation)),
                },
                cancellation
            );
            return true;
        }
        catch (ApiException e) when (e.IsNotFound)
        {
            return false;
        }
    }

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
