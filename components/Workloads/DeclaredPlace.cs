using Agreement;
using Components.Rollouts;
using Components.Values;
using Pulumi;

namespace Components.Workloads;

/// <summary>
/// Tells the engine where a component is written: the lines that a preview names at what changes. A debug message of the component is what
/// every engine takes and no engine prints unless asked to.
/// </summary>
internal static class DeclaredPlace
{
    /// <param name="component">The component.</param>
    /// <param name="place">Where the program declares it.</param>
    /// <param name="release">What the stack says of it; null where it says nothing.</param>
    // Only once the component is registered: messages go out in order, and one that waited for a registration would hold up the errors
    // behind it.
    public static void Tell(Resource component, Place place, Release? release = null) =>
        component.Urn.Apply(urn =>
        {
            Log.Debug(Message(place, release).ToMessage(), component);
            return urn;
        });

    internal static DeclaredAt Message(Place place, Release? release)
    {
        var released = release?.Canary?.Place ?? release?.BlueGreen?.Place ?? release?.Place;
        return new DeclaredAt($"{place with { Column = 0 }}", released is null ? null : $"{released with { Column = 0 }}");
    }
}
