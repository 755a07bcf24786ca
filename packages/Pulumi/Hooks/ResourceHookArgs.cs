using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What a hook is told about the operation. Which properties are given depends on the operation.</summary>
public class ResourceHookArgs
{
    /// <summary>Arguments as the engine sends them.</summary>
    public ResourceHookArgs(
        string urn,
        string id,
        string name,
        string type,
        ImmutableDictionary<string, object?>? newInputs = null,
        ImmutableDictionary<string, object?>? oldInputs = null,
        ImmutableDictionary<string, object?>? newOutputs = null,
        ImmutableDictionary<string, object?>? oldOutputs = null
    )
    {
        (Urn, Id, Name, Type) = (urn, id, name, type);
        (NewInputs, OldInputs, NewOutputs, OldOutputs) = (newInputs, oldInputs, newOutputs, oldOutputs);
    }

    /// <summary>The resource's URN.</summary>
    public string Urn { get; }

    /// <summary>The resource's ID; empty before it is created.</summary>
    public string Id { get; }

    /// <summary>The resource's name.</summary>
    public string Name { get; }

    /// <summary>The resource's type token.</summary>
    public string Type { get; }

    /// <summary>The inputs of this run: before and after create and update.</summary>
    public ImmutableDictionary<string, object?>? NewInputs { get; }

    /// <summary>The inputs of the last run: before and after update and delete.</summary>
    public ImmutableDictionary<string, object?>? OldInputs { get; }

    /// <summary>The outputs of this run: after create and update.</summary>
    public ImmutableDictionary<string, object?>? NewOutputs { get; }

    /// <summary>The outputs of the last run: before and after update and delete.</summary>
    public ImmutableDictionary<string, object?>? OldOutputs { get; }
}
