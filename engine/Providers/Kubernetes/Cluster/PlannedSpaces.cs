using System.Collections.Concurrent;

namespace Engine.Providers.Kubernetes.Cluster;

/// <summary>Which namespaces a preview can ask the server about. One that does not exist yet is made by the plan, or by someone before it
/// runs; the server lets each request into it wait, in case it comes, before it says that there is none. So each is looked for
/// once.</summary>
internal sealed class PlannedSpaces
{
    private static readonly ObjectKind Kind = new("v1", "Namespace");

    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> _found = new(StringComparer.Ordinal);

    /// <param name="objects">The cluster's.</param>
    /// <param name="space">The namespace; null for what is in none.</param>
    /// <param name="cancellation">Ends the wait for the answer.</param>
    /// <returns>True also when the server does not tell.</returns>
    public async Task<bool> IsThereAsync(ApiObjects objects, string? space, CancellationToken cancellation) =>
        space is null || await _found.GetOrAdd(space, name => new(() => LookAsync(objects, name, cancellation))).Value;

    private static async Task<bool> LookAsync(ApiObjects objects, string space, CancellationToken cancellation)
    {
        try
        {
            return await objects.FindAsync(new ObjectIdentity(Kind, null, space), cancellation) is not null;
        }
        catch (ApiException)
        {
            return true;
        }
    }
}
