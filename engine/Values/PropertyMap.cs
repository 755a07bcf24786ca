using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Engine.Values;

/// <summary>An object. Members are kept in ordinal order of their keys, so that what is written from it is the same each time.</summary>
internal sealed record PropertyMap : PropertyValue, IReadOnlyDictionary<string, PropertyValue>
{
    private readonly string[] _keys;
    private readonly PropertyValue[] _values;

    /// <summary>Of two members with one key, the later one stays.</summary>
    public PropertyMap(IEnumerable<KeyValuePair<string, PropertyValue>> members)
    {
        KeyValuePair<string, PropertyValue>[] given = [.. members];
        if (!IsInOrder(given))
        {
            var byKey = new Dictionary<string, PropertyValue>(given.Length, StringComparer.Ordinal);
            foreach (var (key, value) in given)
            {
                byKey[key] = value;
            }

            given = [.. byKey];
            Array.Sort(given, (a, b) => string.CompareOrdinal(a.Key, b.Key));
        }

        _keys = Array.ConvertAll(given, member => member.Key);
        _values = Array.ConvertAll(given, member => member.Value);
    }

    private PropertyMap(string[] keys, PropertyValue[] values) => (_keys, _values) = (keys, values);

    public static PropertyMap Empty { get; } = new([]);

    public int Count => _keys.Length;

    public IEnumerable<string> Keys => _keys;

    public IEnumerable<PropertyValue> Values => _values;

    public PropertyValue this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"no property '{key}'");

    public static PropertyMap Of(params (string Key, PropertyValue Value)[] members) =>
        new(members.Select(m => KeyValuePair.Create(m.Key, m.Value)));

    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out PropertyValue value)
    {
        var index = IndexOf(key);
        value = index >= 0 ? _values[index] : null;
        return index >= 0;
    }

    /// <summary>The member, or null when there is none.</summary>
    public PropertyValue? Get(string key) => TryGetValue(key, out var value) ? value : null;

    /// <summary>The member's text, or null when there is none or it is no plain text.</summary>
    public string? GetText(string key) => (Get(key) as PropertyString)?.Value;

    public PropertyMap With(string key, PropertyValue value)
    {
        var index = IndexOf(key);
        if (index >= 0)
        {
            PropertyValue[] values = [.. _values];
            values[index] = value;
            return new(_keys, values);
        }

        return new([.. _keys[..~index], key, .. _keys[~index..]], [.. _values[..~index], value, .. _values[~index..]]);
    }

    public PropertyMap Without(string key) => ContainsKey(key) ? new(this.Where(m => m.Key != key)) : this;

    /// <summary>The map with other values under its keys; itself when none is another.</summary>
    public PropertyMap Select(Func<string, PropertyValue, PropertyValue> change)
    {
        PropertyValue[]? changed = null;
        for (var i = 0; i < _keys.Length; i++)
        {
            var value = change(_keys[i], _values[i]);
            if (!ReferenceEquals(value, _values[i]))
            {
                changed ??= [.. _values];
                changed[i] = value;
            }
        }

        return changed is null ? this : new(_keys, changed);
    }

    public bool Equals(PropertyMap? other) =>
        ReferenceEquals(this, other)
        || other is not null && _keys.AsSpan().SequenceEqual(other._keys) && _values.AsSpan().SequenceEqual(other._values);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (key, value) in this)
        {
            hash.Add(key);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    public IEnumerator<KeyValuePair<string, PropertyValue>> GetEnumerator()
    {
        for (var i = 0; i < _keys.Length; i++)
        {
            yield return KeyValuePair.Create(_keys[i], _values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool IsInOrder(KeyValuePair<string, PropertyValue>[] members)
    {
        for (var i = 1; i < members.Length; i++)
        {
            if (string.CompareOrdinal(members[i - 1].Key, members[i].Key) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private int IndexOf(string key) => Array.BinarySearch(_keys, key, StringComparer.Ordinal);
}
