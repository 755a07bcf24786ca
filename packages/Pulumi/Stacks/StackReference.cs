using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The outputs of another stack.</summary>
public class StackReference : CustomResource
{
    /// <summary>Reads the outputs of another stack.</summary>
    /// <param name="name">The stack, <c>organization/project/stack</c>, or any name if <paramref name="args"/> name the stack.</param>
    /// <param name="args">The stack, if the name is another.</param>
    /// <param name="options">How the engine treats it.</param>
    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base(
            "pulumi:pulumi:StackReference",
            name,
            new StackReferenceArgs { Name = args?.Name ?? name },
            CustomResourceOptions.Merge(options, new() { Id = args?.Name ?? name })
        ) { }

    /// <summary>The stack, <c>organization/project/stack</c>.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>All outputs by name; secret as a whole if one of them is.</summary>
    [Output("outputs")]
    public Output<ImmutableDictionary<string, object>> Outputs { get; private set; } = null!;

    /// <summary>The names of the secret outputs.</summary>
    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    /// <summary>An output by name; null if there is none. It is secret if it is so there.</summary>
    public Output<object?> GetOutput(Input<string> name) => Find(name, (outputs, key) => outputs.GetValueOrDefault(key));

    /// <summary>An output by name. It is secret if it is so there.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Output<object> RequireOutput(Input<string> name) => Find(name, Require);

    /// <summary>The value of an output that is not secret; null if there is none.</summary>
    /// <exception cref="InvalidOperationException">The output is secret.</exception>
    public Task<object?> GetValueAsync(Input<string> name) => PlainAsync(GetOutput(name), nameof(GetOutput));

    /// <summary>The value of an output that is not secret.</summary>
    /// <exception cref="InvalidOperationException">The output is secret.</exception>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Task<object> RequireValueAsync(Input<string> name) => PlainAsync(RequireOutput(name), nameof(RequireOutput));

    /// <summary>The value of an output, told whether it is secret.</summary>
    public async Task<StackReferenceOutputDetails> GetOutputDetailsAsync(string name)
    {
        var data = await GetOutput(name).DataTask.ConfigureAwait(false);
        if (!data.IsKnown)
            return new();
        return data.IsSecret ? new() { SecretValue = data.Value } : new() { Value = data.Value };
    }

    private Output<T> Find<T>(Input<string> name, Func<ImmutableDictionary<string, object>, string, T> find)
    {
        return new(WithOwnSecretness(name));

        async Task<OutputData<T>> WithOwnSecretness(Input<string> input)
        {
            var data = await Output
                .Tuple(input.ToOutput(), Outputs)
                .Apply(both => find(both.Item2, both.Item1))
                .DataTask.ConfigureAwait(false);
            var key = await input.ToOutput().DataTask.ConfigureAwait(false);
            var secrets = await SecretOutputNames.DataTask.ConfigureAwait(false);
            // When the engine does not say which are secret, they all are if any is.
            if (!key.IsKnown || !secrets.IsKnown || secrets.Value.IsDefault)
                return data;
            return data with { IsSecret = key.IsSecret || secrets.Value.Contains(key.Value) };
        }
    }

    private object Require(ImmutableDictionary<string, object> outputs, string key)
    {
        if (outputs.TryGetValue(key, out var value))
            return value;
        var known = outputs.Count == 0 ? "It has no outputs." : $"It has: {string.Join(", ", outputs.Keys.Order(StringComparer.Ordinal))}.";
        throw new KeyNotFoundException($"Stack '{GetResourceName()}' has no output '{key}'. {known}");
    }

    private static async Task<T> PlainAsync<T>(Output<T> output, string instead)
    {
        var data = await output.DataTask.ConfigureAwait(false);
        if (data.IsSecret)
            throw new InvalidOperationException(
                $"The output of the other stack is secret, so its plain value is not given. Use {instead}."
            );
        return data.Value;
    }
}
