using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Arguments of a function by wire name, for tokens that no class exists for.</summary>
public sealed class DictionaryInvokeArgs : InvokeArgs
{
    private readonly ImmutableDictionary<string, object?> _dictionary;

    /// <param name="dictionary">The arguments by wire name: plain values, lists, dictionaries, inputs and outputs.</param>
    public DictionaryInvokeArgs(ImmutableDictionary<string, object?> dictionary)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        _dictionary = dictionary;
    }

    internal override IEnumerable<InputMember> Members() => InputMember.FromDictionary(_dictionary);
}
