using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// A list argument. Elements may be plain values or outputs, the whole list may be an output; all convert implicitly, and a collection
/// initializer adds elements.
/// </summary>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    // Either the elements are known one by one, or the list as a whole comes from an output.
    private List<Input<T>>? _items;
    private Output<ImmutableArray<Input<T>>>? _whole;

    /// <summary>An empty list.</summary>
    public InputList()
        : this([]) { }

    private InputList(List<Input<T>> items)
        : base(default(ImmutableArray<T>)) => _items = items;

    private InputList(Output<ImmutableArray<Input<T>>> whole)
        : base(default(ImmutableArray<T>)) => _whole = whole;

    private protected override object? Serialized => (object?)_whole ?? _items!.ToArray();

    private protected override Output<ImmutableArray<T>> AsOutput() => Elements().Apply(items => Output.All(items));

    private Output<ImmutableArray<Input<T>>> Elements() => _whole ?? Output.Create(_items!.ToImmutableArray());

    /// <summary>Adds elements at the end.</summary>
    public void Add(params Input<T>[] inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (_items is not null)
            _items.AddRange(inputs);
        else
            _whole = _whole!.Apply(items => items.AddRange(inputs));
    }

    /// <summary>Adds the elements of another list at the end.</summary>
    public void Add(InputList<T> inputs) => AddRange(inputs);

    /// <summary>Adds the elements of another list at the end.</summary>
    public void AddRange(InputList<T> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs._items is not null)
        {
            Add(inputs._items.ToArray());
            return;
        }
        _whole = Output.Tuple(Elements(), inputs._whole!).Apply(both => both.Item1.AddRange(both.Item2));
        _items = null;
    }

    /// <summary>A new list with the elements of both.</summary>
    public InputList<T> Concat(InputList<T> other)
    {
        var result = Copy();
        result.AddRange(other);
        return result;
    }

    internal InputList<T> Copy() => _items is not null ? new(_items.ToList()) : new(_whole!);

    /// <summary>The elements, once the list is known.</summary>
    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var data = await Elements().DataTask.ConfigureAwait(false);
        if (!data.IsKnown)
            yield break;
        foreach (var item in data.Value)
            yield return item;
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException(
            $"An {nameof(InputList<T>)} cannot be enumerated before it is known. Use 'await foreach', or ToOutput().Apply(...)."
        );

    /// <summary>A list of one plain value.</summary>
    public static implicit operator InputList<T>(T value) => new([value]);

    /// <summary>A list of one output.</summary>
    public static implicit operator InputList<T>(Output<T> value) => new([value]);

    /// <summary>A list of one input.</summary>
    public static implicit operator InputList<T>(Input<T> value) => new([value]);

    /// <summary>A list of plain values.</summary>
    public static implicit operator InputList<T>(T[] values) => FromValues(values);

    /// <summary>A list of outputs.</summary>
    public static implicit operator InputList<T>(Output<T>[] values) => FromOutputs(values);

    /// <summary>A list of inputs.</summary>
    public static implicit operator InputList<T>(Input<T>[] values) => new([.. values]);

    /// <summary>A list of plain values.</summary>
    public static implicit operator InputList<T>(List<T> values) => FromValues(values);

    /// <summary>A list of outputs.</summary>
    public static implicit operator InputList<T>(List<Output<T>> values) => FromOutputs(values);

    /// <summary>A list of inputs.</summary>
    public static implicit operator InputList<T>(List<Input<T>> values) => new([.. values]);

    /// <summary>A list of plain values.</summary>
    public static implicit operator InputList<T>(ImmutableArray<T> values) => FromValues(values.IsDefault ? [] : values);

    /// <summary>A list of outputs.</summary>
    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) => FromOutputs(values.IsDefault ? [] : values);

    /// <summary>A list of inputs.</summary>
    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => new(values.IsDefault ? [] : [.. values]);

    /// <summary>A list that is known later.</summary>
    public static implicit operator InputList<T>(Output<T[]> values) => FromWhole(values);

    /// <summary>A list that is known later.</summary>
    public static implicit operator InputList<T>(Output<List<T>> values) => FromWhole(values);

    /// <summary>A list that is known later.</summary>
    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => FromWhole(values);

    /// <summary>A list that is known later.</summary>
    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) =>
        new(values.Apply(items => items.IsDefault ? [] : items.Select(Single).ToImmutableArray()));

    private static Input<T> Single(T value) => value;

    private static InputList<T> FromValues(IEnumerable<T> values) => new(values.Select(Single).ToList());

    private static InputList<T> FromOutputs(IEnumerable<Output<T>> values) => new(values.Select(output => (Input<T>)output).ToList());

    private static InputList<T> FromWhole<TList>(Output<TList> values)
        where TList : IEnumerable<T> => new(values.Apply(items => items is null ? [] : items.Select(Single).ToImmutableArray()));
}
