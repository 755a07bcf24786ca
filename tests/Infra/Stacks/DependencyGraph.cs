using System.Collections.Concurrent;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Stacks;

/// <summary>
/// What each resource of a stack is made after, and therefore deleted before: what it says to depend on (for a component, all in it), its
/// parent and its provider. What follows from properties comes on top, and is not counted on here.
/// </summary>
internal sealed class DependencyGraph
{
    private readonly ConcurrentDictionary<Resource, ResourceOptions> _options = new();
    private readonly Dictionary<Resource, HashSet<Resource>> _after = [];

    private DependencyGraph() { }

    public IEnumerable<Resource> Resources => _options.Keys;

    public static async Task<DependencyGraph> OfAsync(string stack, string settings)
    {
        var graph = new DependencyGraph();
        var mocks = new RecordingMocks();
        await ObservedStack.RunAsync(stack, settings, mocks, registration =>
        {
            graph._options[registration.Resource] = registration.Options;
            return null;
        });
        await graph.CompleteAsync(mocks);
        return graph;
    }

    public static string Named(Resource resource) => $"{resource.GetResourceType()} {resource.GetResourceName()}";

    /// <summary>All that a resource is made after, directly or not.</summary>
    public IReadOnlySet<Resource> Before(Resource resource)
    {
        var found = new HashSet<Resource>();
        var open = new Stack<Resource>([resource]);
        while (open.TryPop(out var next))
        {
            foreach (var before in _after.GetValueOrDefault(next) ?? [])
            {
                if (found.Add(before))
                {
                    open.Push(before);
                }
            }
        }

        return found;
    }

    private async Task CompleteAsync(RecordingMocks mocks)
    {
        var children = _options.Where(entry => entry.Value.Parent is not null).ToLookup(entry => entry.Value.Parent!, entry => entry.Key);
        var providers = _options.Keys.OfType<ProviderResource>().ToDictionary(Named);
        foreach (var (resource, options) in _options)
        {
            var after = new HashSet<Resource>();
            foreach (var before in await OutputUtilities.GetValueAsync(options.DependsOn.ToOutput()))
            {
                after.UnionWith(WithAllIn(before, children));
            }

            if (options.Parent is { } parent)
            {
                after.Add(parent);
            }

            if (mocks.ProviderOf(resource.GetResourceType(), resource.GetResourceName()) is { } provider)
            {
                after.Add(providers[provider]);
            }

            _after[resource] = after;
        }
    }

    private static IEnumerable<Resource> WithAllIn(Resource resource, ILookup<Resource, Resource> children) =>
        children[resource].SelectMany(child => WithAllIn(child, children)).Prepend(resource);
}
