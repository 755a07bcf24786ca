using System.Collections.Concurrent;
using Pulumi;

namespace Components.Tests.Mocks;

/// <summary>The options of what a component registers, by type and name: <c>Namespace shop</c>.</summary>
internal sealed class ObservedOptions
{
    private readonly ConcurrentDictionary<string, ResourceOptions> _seen = new();

    /// <summary>Options for a component whose children are to be seen.</summary>
    public ComponentResourceOptions ForComponent =>
        new()
        {
            ResourceTransformations =
            {
                registration =>
                {
                    _seen[$"{registration.Resource.GetResourceType().Split(':')[^1]} {registration.Resource.GetResourceName()}"] =
                        registration.Options;
                    return null;
                },
            },
        };

    public ResourceOptions this[string name] => _seen[name];
}
