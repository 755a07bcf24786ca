using Engine.Values;

namespace Engine.Contract;

/// <summary>The object was created (updated, read), but it is not ready, or not all of it was done. It is saved with the reasons, and the
/// next update goes on with it.</summary>
/// <param name="id">The object's id.</param>
/// <param name="outputs">What is known of it.</param>
/// <param name="inputs">Inputs to store instead of the checked ones, or null.</param>
/// <param name="reasons">One line per reason.</param>
internal sealed class ResourceInitException(string id, PropertyMap outputs, PropertyMap? inputs, IReadOnlyList<string> reasons)
    : Exception(string.Join(Environment.NewLine, reasons))
{
    public string Id { get; } = id;

    public PropertyMap Outputs { get; } = outputs;

    public PropertyMap? Inputs { get; } = inputs;

    public IReadOnlyList<string> Reasons { get; } = reasons;
}
