using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// A map argument with strings as keys. Values may be plain or outputs, the whole map may be an output; all convert implicitly, and a
/// collection or index initializer adds entries.
/// </summary>
public sealed class InputMap<TValue>
    : Input<ImmutableDictionary<string, TValue>>,
        IEnumerable,
        IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>
{
    // Either the entries are known one by one, or the map as a whole comes from an output.
    private Dictionary<string, Input<TValue>>? _entries;
    private Output<ImmutableDictionary<string, Input<TValue>>>? _whole;

    /// <summary>An empty map.</summary>
    public InputMap()
        : this(new Dictionary<string, Input<TValue>>()) { }

    private InputMap(Dictionary<string, Input<TValue>> entries)
        : base(ImmutableDictionary<string, TValue>.Empty) => _entries = entries;

    private InputMap(Output<ImmutableDictionary<string, Input<TValue>>> whole)
        : base(ImmutableDictionary<string, TValue>.Empty) => _whole = whole;

    private protected override object? Serialized => (object?)_whole ?? new Dictionary<string, Input<TValue>>(_entries!);

    private protected override Output<ImmutableDictionary<string, TValue>> AsOutput() =>
        Entries()
            .Apply(entries =>
            {
                var pairs = entries.Select(entry => entry.Value.Apply(value => KeyValuePair.Create(entry.Key, value)));
                return Output.All(pairs).Apply(known => known.ToImmutableDictionary());
            });

    private Output<ImmutableDictionary<string, Input<TValue>>> Entries() => _whole ?? Output.Create(_entries!.ToImmutableDictionary());

    /// <summary>Adds an entry.</summary>
    /// <exception cref="ArgumentException">The map has the key already.</exception>
    public void Add(string key, Input<TValue> value)
    {
        if (_entries is not null)
            _entries.Add(key, value);
        else
            _whole = _whole!.Apply(entries => entries.Add(key, value));
    }

    /// <summary>Sets an entry, replacing the one with the same key.</summary>
    public Input<TValue> this[string key]
    {
        set
        {
            if (_entries is not null)
                _entries[key] = value;
            else
                _whole = _whole!.Apply(entries => entries.SetItem(key, value));
        }
    }

    /// <summary>Adds the entries of another map.</summary>
    /// <exception cref="ArgumentException">A key is in both.</exception>
    public void Add(InputMap<TValue> values) => AddRange(values);

    /// <summary>Adds the entries of another map.</summary>
    /// <exception cref="ArgumentException">A key is in both.</exception>
    public void AddRange(InputMap<TValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (_entries is not null && values._entries is not null)
        {
            foreach (var (key, value) in values._entries.ToArray())
                _entries.Add(key, value);
            return;
        }
        _whole = Output.Tuple(Entries(), values.Entries()).Apply(both => both.Item1.AddRange(both.Item2));
        _entries = null;
    }

    /// <summary>A new map with the entries of both; the second's win.</summary>
    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first._entries is null || second._entries is null)
            return new(Output.Tuple(first.Entries(), second.Entries()).Apply(both => both.Item1.SetItems(both.Item2)));
        var merged = new Dictionary<string, Input<TValue>>(first._entries);
        foreach (var (key, value) in second._entries)
            merged[key] = value;
        return new(merged);
    }

    /// <summary>The entries, once the map is known.</summary>
    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var data = await Entries().DataTask.ConfigureAwait(false);
        if (!data.IsKnown)
            yield break;
        foreach (var (key, value) in data.Value)
            yield return value.Apply(known => KeyValuePair.Create(key, known));
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException(
            $"An {nameof(InputMap<TValue>)} cannot be enumerated before it is known. Use 'await foreach', or ToOutput().Apply(...)."
        );

    /// <summary>A map of plain values.</summary>
    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) =>
        new(values.ToDictionary(entry => entry.Key, Single));

    /// <summary>A map of plain values.</summary>
    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) =>
        new(values.ToDictionary(entry => entry.Key, Single));

    /// <summary>A map that is known later.</summary>
    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) => FromWhole(values);

    /// <summary>A map that is known later.</summary>
    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) => FromWhole(values);

    /// <summary>A map that is known later.</summary>
    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) => FromWhole(values);

    private static Input<TValue> Single(KeyValuePair<string, TValue> entry) => entry.Value;

    private static InputMap<TValue> FromWhole<TMap>(Output<TMap> values)
        where TMap : IEnumerable<KeyValuePair<string, TValue>> =>
        new(
            values.Apply(entries =>
                entries is null
                    ? ImmutableDictionary<string, Input<TValue>>.Empty
                    : entries.ToImmutableDictionary(entry => entry.Key, Single)
            )
        );
}
