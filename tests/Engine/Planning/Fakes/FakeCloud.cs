using System.Collections.Concurrent;
using Engine.Contract;
using Engine.Values;

namespace Engine.Tests.Planning.Fakes;

/// <summary>The outside world: objects by name. A copy of it is what a killed run left behind.</summary>
internal sealed class FakeCloud(IEnumerable<KeyValuePair<string, PropertyMap>> objects)
{
    public FakeCloud()
        : this([]) { }

    public ConcurrentDictionary<string, PropertyMap> Objects { get; } = new(objects);

    /// <summary>Names of objects whose next operation fails.</summary>
    public ConcurrentDictionary<string, string> Failing { get; } = [];

    /// <summary>Operations in order, for example <c>create a</c>.</summary>
    public ConcurrentQueue<string> Log { get; } = [];

    /// <summary>What providers were asked to compare.</summary>
    public ConcurrentQueue<DiffRequest> Diffs { get; } = [];

    public FakeCloud Copy() => new(Objects.ToArray());
}
