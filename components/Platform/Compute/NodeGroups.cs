namespace Components.Platform;

/// <summary>
/// Managed node groups, for what Auto Mode does not offer. They do not scale by themselves: their size changes when
/// <see cref="NodeGroup.MinSize"/> does, or by an autoscaler of your own.
/// </summary>
/// <param name="Groups">The groups; one at least, each with a name of its own.</param>
public sealed record NodeGroups(IReadOnlyList<NodeGroup> Groups) : Compute;
