using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an error hook is told about the failed operation.</summary>
public class ErrorHookArgs
{
    /// <summary>Arguments as the engine sends them.</summary>
    public ErrorHookArgs(
        string urn,
        string id,
        string name,
        string type,
        ImmutableDictionary<string, object?>? newInputs = null,
        ImmutableDictionary<string, object?>? oldInputs = null,
        ImmutableDictionary<string, object?>? oldOutputs = null,
        string failedOperation = "",
        IReadOnlyList<string>? errors = null
    )
    {
        (Urn, Id, Name, Type) = (urn, id, name, type);
        (NewInputs, OldInputs, OldOutputs) = (newInputs, oldInputs, oldOutputs);
        (FailedOperation, Errors) = (failedOperation, errors ?? []);
    }

    /// <summary>The resource's URN.</summary>
    public string Urn { get; }

    /// <summary>The resource's ID; empty before it is created.</summary>
    public string Id { get; }

    /// <summary>The resource's name.</summary>
    public string Name { get; }

    /// <summary>The resource's type token.</summary>
    public string Type { get; }

    /// <summary>The inputs of this run.</summary>
    public ImmutableDictionary<string, object?>? NewInputs { get; }

    /// <summary>The inputs of the last run.</summary>
    public ImmutableDictionary<string, object?>? OldInputs { get; }

    /// <summary>The outputs of the last run.</summary>
    public ImmutableDictionary<string, object?>? OldOutputs { get; }

    /// <summary><c>create</c>, <c>read</c>, <c>update</c> or <c>delete</c>.</summary>
    public string FailedOperation { get; }

    /// <summary>The errors of all tries, newest first.</summary>
    public IReadOnlyList<string> Errors { get; }
}
