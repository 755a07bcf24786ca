using Engine.Events;
using Engine.State;
using Engine.Values;

namespace Engine.Effects;

/// <summary>Which component each resource belongs to.</summary>
internal sealed class ComponentTree
{
    private readonly Dictionary<Urn, Urn?> _parents = [];
    private readonly Dictionary<Urn, StepDescription> _steps = [];

    public ComponentTree(IEnumerable<StepDescription> steps)
    {
        foreach (var step in steps)
        {
            _steps[step.Urn] = step;
            _parents[step.Urn] = (step.New ?? step.Old)?.Parent;
        }
    }

    /// <summary>The outermost component around a resource; the resource itself when it is in none.</summary>
    public Urn Of(Urn urn)
    {
        while (_parents.GetValueOrDefault(urn) is { } parent && parent.Type != Urn.StackType && _parents.ContainsKey(parent))
        {
            urn = parent;
        }

        return urn;
    }

    public IEnumerable<ClusterObject> Objects =>
        _steps.Values.Select(step => ClusterObject.Of(step.New ?? step.Old)).OfType<ClusterObject>();

    public StepDescription? StepOf(Urn urn) => _steps.GetValueOrDefault(urn);

    /// <summary>The namespace or package that it is shown under.</summary>
    public static string GroupOf(StepDescription step) =>
        ClusterObject.Of(step.New ?? step.Old) switch
        {
            null when step.Type.StartsWith(ProviderTypes.Prefix, StringComparison.Ordinal) => step.Type.Split(':')[^1],
            null => step.Type.Split(':')[0],
            { Kind: "Namespace" } space => space.Name,
            { Namespace.Length: > 0 } inSpace => inSpace.Namespace,
            _ => "cluster",
        };
}
