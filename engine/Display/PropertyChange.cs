using Engine.Contract;
using Engine.Events;
using Engine.State;
using Engine.Values;

namespace Engine.Display;

/// <summary>One property that changes.</summary>
/// <param name="Path">For example <c>spec.replicas</c>.</param>
/// <param name="Old">Null when it is added.</param>
/// <param name="New">Null when it is removed.</param>
/// <param name="Replaces">True when the change forces a replacement.</param>
internal sealed record PropertyChange(string Path, PropertyValue? Old, PropertyValue? New, bool Replaces)
{
    /// <summary>What changes between the two states of a step, as the provider says it, or else by comparing the inputs.</summary>
    public static IReadOnlyList<PropertyChange> Of(StepDescription step)
    {
        if (step.Old is not { } old || step.New is not { } next)
        {
            return [];
        }

        if (step.DetailedDiff is { } detailed)
        {
            return [.. detailed.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => Detailed(d.Key, d.Value, old, next))];
        }

        var diff = StructuralDiff
            .Of(old.Inputs, next.Inputs)
            .Where(d => step.DiffKeys.Count == 0 || step.DiffKeys.Contains(d.Path.Segments[0].Key ?? ""));
        return
        [
            .. diff.Select(d => new PropertyChange(
                d.Path.ToString(),
                d.Old,
                d.New,
                step.ReplaceKeys.Contains(d.Path.Segments[0].Key ?? "")
            )),
        ];
    }

    private static PropertyChange Detailed(string text, PropertyDiff diff, ResourceState old, ResourceState next)
    {
        var isAdded = diff.Kind is PropertyDiffKind.Add or PropertyDiffKind.AddReplace;
        var isRemoved = diff.Kind is PropertyDiffKind.Delete or PropertyDiffKind.DeleteReplace;
        PropertyPath path;
        try
        {
            path = PropertyPath.Parse(text);
        }
        catch (FormatException)
        {
            return new PropertyChange(text, null, null, diff.Kind.IsReplace());
        }

        return new PropertyChange(
            text,
            isAdded ? null : Get(path, diff.InputDiff ? old.Inputs : old.Outputs) ?? Get(path, old.Inputs),
            isRemoved ? null : Get(path, next.Inputs),
            diff.Kind.IsReplace()
        );
    }

    /// <summary>Unlike <see cref="PropertyPath.Get"/>, what is inside a secret comes out as a secret.</summary>
    private static PropertyValue? Get(PropertyPath path, PropertyValue root)
    {
        var inSecret = false;
        var value = root;
        foreach (var segment in path.Segments)
        {
            inSecret |= value is PropertySecret;
            value = new PropertyPath([segment]).Get(value);
            if (value is null)
            {
                return null;
            }
        }

        return inSecret && value is not PropertySecret ? new PropertySecret(value) : value;
    }
}
