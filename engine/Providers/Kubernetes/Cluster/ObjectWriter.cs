using System.Net;
using Engine.Contract;
using Engine.Events;
using Engine.Values;
using Polly;
using Polly.Retry;

namespace Engine.Providers.Kubernetes.Cluster;

/// <summary>Creates and changes objects of a cluster.</summary>
internal sealed class ObjectWriter(ApiObjects objects, ProviderSettings settings, IProviderHost host)
{
    private const string ForceAnnotation = "pulumi.com/patchForce";

    // What comes in the same update may take a moment: the namespace, the kind, the quota's count, the webhook's pods.
    private static readonly ResiliencePipeline<PropertyMap> Patient = new ResiliencePipelineBuilder<PropertyMap>()
        .AddRetry(
            new RetryStrategyOptions<PropertyMap>
            {
                MaxRetryAttempts = 6,
                Delay = TimeSpan.FromMilliseconds(250),
                BackoffType = DelayBackoffType.Exponential,
                ShouldHandle = new PredicateBuilder<PropertyMap>().Handle<ApiException>(IsNotYet),
            }
        )
        .Build();

    public async Task<PropertyMap> CreateAsync(ObjectWrite write, CancellationToken cancellation)
    {
        var manifest = Manifest(write.Manifest);
        return await Explained(write, () =>
            Patient
                .ExecuteAsync(
                    async token =>
                        write.IsPatch || settings.UpsertsExisting
                            ? await objects.ApplyAsync(write.Identity, manifest, Mode(write), Warned(write), token)
                            : await objects.CreateAsync(write.Identity, manifest, FieldOwnership.Creator, Warned(write), token),
                    cancellation
                )
                .AsTask()
        );
    }

    public async Task<PropertyMap> UpdateAsync(ObjectWrite write, CancellationToken cancellation) =>
        await Explained(write, () =>
            Patient
                .ExecuteAsync(
                    async token => await ApplyAsync(write, await objects.FindAsync(write.Identity, token), isDryRun: false, token),
                    cancellation
                )
                .AsTask()
        );

    /// <summary>Lets the server check the object as it is to be. What is not there yet (the namespace, the kind) is no fault: it may come
    /// with the same update.</summary>
    public async Task DryRunAsync(ObjectWrite write, CancellationToken cancellation)
    {
        try
        {
            // An object that is to be created and is there already may be about to be replaced: what it is now says nothing.
            var live = await objects.FindAsync(write.Identity, cancellation);
            if (write.Former is not null || live is null)
            {
                await ApplyAsync(write, live, isDryRun: true, cancellation);
            }
        }
        catch (ApiException e) when (e.IsNotFound || e.Status == HttpStatusCode.Forbidden || IsNotYet(e))
        {
            // The update itself will find out.
        }
        catch (ApiException e)
        {
            throw Refused(write, e);
        }
    }

    private async Task<PropertyMap> ApplyAsync(ObjectWrite write, PropertyMap? live, bool isDryRun, CancellationToken cancellation)
    {
        var mode = Mode(write) with { IsDryRun = isDryRun };
        if (live is not null && !isDryRun && !write.IsPatch && FieldOwnership.Takeover(live, write.FieldManager) is { } takeover)
        {
            live = await objects.PatchAsync(write.Identity, takeover, cancellation);
        }

        var manifest = Manifest(live is null ? write.Manifest : IgnoredFields.Kept(write.Manifest, live, write.IgnoreChanges));
        try
        {
            return await objects.ApplyAsync(write.Identity, manifest, mode, Warned(write), cancellation);
        }
        catch (ApiException e) when (e.IsConflict && FieldOwnership.IsOursToSettle(e))
        {
            return await objects.ApplyAsync(write.Identity, manifest, mode with { Force = true }, Warned(write), cancellation);
        }
    }

    private ApplyMode Mode(ObjectWrite write) =>
        new(
            write.FieldManager,
            settings.ForcesPatches || write.Manifest.Map("metadata").Map("annotations").Text(ForceAnnotation) == "true"
        );

    private Action<string> Warned(ObjectWrite write) =>
        warning => host.Log(Severity.Warning, Redaction.Of(write.Manifest, warning), write.Urn);

    private static PropertyMap Manifest(PropertyMap manifest) => (PropertyMap)SchemaKeys.ToManifest(manifest).PlainDeep();

    private static async Task<PropertyMap> Explained(ObjectWrite write, Func<Task<PropertyMap>> call)
    {
        try
        {
            return await call();
        }
        catch (ApiException e)
        {
            throw Refused(write, e);
        }
    }

    private static bool IsNotYet(ApiException e) =>
        e switch
        {
            { IsNotFound: true } => true,
            { Status: HttpStatusCode.Forbidden } => e.Message.Contains("status unknown for quota", StringComparison.Ordinal)
                || e.Message.Contains("error looking up service account", StringComparison.Ordinal)
                || e.Message.Contains("because it is being terminated", StringComparison.Ordinal),
            { Status: HttpStatusCode.InternalServerError } => e.Message.Contains("failed calling webhook", StringComparison.Ordinal),
            { Status: HttpStatusCode.Conflict } => e.Message.Contains("the object has been modified", StringComparison.Ordinal)
                || e.Message.Contains("object is being deleted", StringComparison.Ordinal),
            _ => false,
        };

    private static ProviderException Refused(ObjectWrite write, ApiException e) =>
        new(Redaction.Of(write.Manifest, Refusals.Explained(e)), e);
}
