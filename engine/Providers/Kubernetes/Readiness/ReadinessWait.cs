using System.Diagnostics;
using Engine.Contract;
using Engine.Events;
using Engine.Providers.Kubernetes.Cluster;
using Engine.Values;

namespace Engine.Providers.Kubernetes.Readiness;

/// <summary>Waits until objects are ready, or gone, and tells how far they are.</summary>
internal sealed class ReadinessWait(IProviderHost host, WaitPace pace)
{
    private static readonly TimeSpan DeletionLimit = TimeSpan.FromMinutes(10);

    /// <param name="objects">The cluster's.</param>
    /// <param name="write">What was done.</param>
    /// <param name="live">The object as it was right after.</param>
    /// <param name="verb">What was done, for messages.</param>
    /// <param name="cancel">Ends the wait: the object is not ready then.</param>
    /// <param name="cancellation">Abandons everything.</param>
    public async Task<ObjectOutcome> UntilReadyAsync(
        ApiObjects objects,
        ObjectWrite write,
        PropertyMap live,
        string verb,
        CancellationToken cancel,
        CancellationToken cancellation
    )
    {
        if (ObjectReadiness.Of(write.Manifest, write.Identity.Kind, pace) is not { } readiness)
        {
            return new ObjectOutcome(live);
        }

        var limit = write.Timeout ?? WaitAnnotations.Timeout(write.Manifest) ?? readiness.Timeout;
        var state = await readiness.CheckAsync(live, objects, cancellation);
        var why = (string?)null;
        if (!state.IsReady)
        {
            await host.WaitAsync(async () => why = await LoopAsync());
        }

        return why is null
            ? new ObjectOutcome(live)
            : new ObjectOutcome(live, [$"{verb}, but not ready: {why}", .. await readiness.ObstaclesAsync(live, objects, cancellation)]);

        async Task<string?> LoopAsync()
        {
            var begun = Stopwatch.GetTimestamp();
            var hadStalled = state.MayRecover;
            await using var watch = ObjectWatch.Begin(objects, write.Identity, live, pace.Longest);
            for (var pause = pace.First; !state.IsReady; pause = pace.After(pause))
            {
                host.Progress(state.Progress, write.Urn);
                hadStalled = hadStalled && state.MayRecover && Stopwatch.GetElapsedTime(begun) < pace.Grace;
                if (state.Failure is { } failure && !hadStalled)
                {
                    return failure;
                }

                if (Stopwatch.GetElapsedTime(begun) >= limit)
                {
                    return $"{state.Progress} after {Text(limit)}";
                }

                if (!await PauseAsync(watch, pause, cancel, cancellation))
                {
                    return $"{state.Progress} when the wait was cancelled";
                }

                if (await objects.FindAsync(write.Identity, cancellation) is not { } now)
                {
                    return "it was deleted meanwhile";
                }

                var before = state;
                (live, state) = (now, await readiness.CheckAsync(now, objects, cancellation));
                pause = state.Progress == before.Progress ? pause : pace.First;
            }

            return null;
        }
    }

    /// <summary>Why an object is not ready at this moment; none when it is, or when one look does not tell.</summary>
    public static async Task<IReadOnlyList<string>> FaultsNowAsync(
        ApiObjects objects,
        PropertyMap? live,
        PropertyMap known,
        CancellationToken cancellation
    )
    {
        if (
            live is null
            || ObjectIdentity.Of(live) is not { } identity
            || ObjectReadiness.Of(known, identity.Kind, WaitPace.Usual) is not { IsInStatus: true } readiness
        )
        {
            return [];
        }

        var state = await readiness.CheckAsync(live, objects, cancellation);
        return state.IsReady ? [] : [$"not ready: {state.Progress}", .. await readiness.ObstaclesAsync(live, objects, cancellation)];
    }

    /// <exception cref="ProviderException">It is still there.</exception>
    public async Task UntilGoneAsync(ApiObjects objects, ObjectDelete delete, CancellationToken cancel, CancellationToken cancellation)
    {
        var limit = delete.Timeout ?? WaitAnnotations.Timeout(delete.Known) ?? DeletionLimit;
        var left = await objects.FindAsync(delete.Identity, cancellation);
        if (left is not null)
        {
            await host.WaitAsync(LoopAsync);
        }

        async Task LoopAsync()
        {
            var begun = Stopwatch.GetTimestamp();
            var uid = left.Map("metadata").Text("uid");
            await using var watch = ObjectWatch.Begin(objects, delete.Identity, left, pace.Longest);
            for (var pause = pace.First; left is not null && left.Map("metadata").Text("uid") == uid; pause = pace.After(pause))
            {
                host.Progress($"deleted, not gone yet{Remains(left)}", delete.Urn);
                var late = Stopwatch.GetElapsedTime(begun) >= limit;
                if (late || !await PauseAsync(watch, pause, cancel, cancellation))
                {
                    throw new ProviderException(
                        $"it is being deleted, and was still there "
                            + $"{(late ? $"after {Text(limit)}" : "when the wait was cancelled")}{Remains(left)}"
                    );
                }

                left = await objects.FindAsync(delete.Identity, cancellation);
            }
        }
    }

    // Changes come in bursts: the shortest pause is kept whatever is told.
    private async Task<bool> PauseAsync(ObjectWatch watch, TimeSpan pause, CancellationToken cancel, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, cancellation);
        try
        {
            await Task.Delay(pace.First, either.Token);
            await watch.PauseAsync(pause - pace.First, either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private static string Remains(PropertyMap left)
    {
        var finalizers = (left.Map("metadata").Get("finalizers") as PropertyArray)
            ?.OfType<PropertyString>()
            .Select(f => f.Value)
            .Where(f => f != "foregroundDeletion")
            .ToList()
            ?? [];
        string[] reasons =
        [
            .. left.Map("status")
                .Items("conditions")
                .Where(c => c.Text("type") is "NamespaceContentRemaining" or "NamespaceFinalizersRemaining" && c.Text("status") == "True")
                .Select(c => c.Text("message") ?? ""),
            .. finalizers.Count > 0
                ? new[] { $"finalizers of controllers that have not done their part: {string.Join(", ", finalizers)}" }
                : [],
        ];
        return reasons.Length == 0 ? "" : $" ({string.Join("; ", reasons)})";
    }

    private static string Text(TimeSpan limit) =>
        limit < TimeSpan.FromMinutes(2) ? $"{limit.TotalSeconds:0.##} s" : $"{limit.TotalMinutes:0.#} min";
}
