using System.Collections.Immutable;
using Pulumi;

namespace Components.Values;

/// <summary>
/// Holds back all resources until a program has declared them without a mistake: an update that finds one has made nothing, and tells all.
/// </summary>
/// <remarks>Give <see cref="Hold"/> to the stack's options. A gate that is never opened ends with the program that failed.</remarks>
public sealed class RegistrationGate
{
    private readonly TaskCompletionSource<ImmutableArray<Resource>> _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly InputList<Resource> _nothing;

    /// <summary>Makes a gate that is closed.</summary>
    public RegistrationGate() => _nothing = Output.Create(_opened.Task);

    /// <summary>Lets a resource wait, by a dependency on nothing that is known only when the gate is open. For
    /// <see cref="StackOptions.ResourceTransformations"/>.</summary>
    public ResourceTransformationResult? Hold(ResourceTransformationArgs registration) =>
        new(
            registration.Args,
            registration.Options switch
            {
                CustomResourceOptions custom => CustomResourceOptions.Merge(custom, new() { DependsOn = _nothing }),
                ComponentResourceOptions component => ComponentResourceOptions.Merge(component, new() { DependsOn = _nothing }),
                var other => other,
            }
        );

    /// <summary>Lets all resources through that were declared, and those that will be.</summary>
    public void Open() => _opened.TrySetResult([]);
}
