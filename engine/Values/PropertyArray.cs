using System.Collections;

namespace Engine.Values;

/// <summary>A list; elements may be null values.</summary>
internal sealed record PropertyArray : PropertyValue, IReadOnlyList<PropertyValue>
{
    private readonly PropertyValue[] _items;

    public PropertyArray(IEnumerable<PropertyValue> items) => _items = [.. items];

    public static PropertyArray Empty { get; } = new([]);

    public int Count => _items.Length;

    public PropertyValue this[int index] => _items[index];

    public bool Equals(PropertyArray? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    public IEnumerator<PropertyValue> GetEnumerator() => ((IEnumerable<PropertyValue>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
