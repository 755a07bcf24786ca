namespace Engine.Values;

/// <summary>
/// A value of a resource's property, immutable and compared by content. The cases are the sealed records of this folder:
/// <see cref="PropertyNull"/>, <see cref="PropertyBool"/>, <see cref="PropertyNumber"/>, <see cref="PropertyString"/>,
/// <see cref="PropertyArray"/>,
/// <see cref="PropertyMap"/>, <see cref="PropertyAsset"/>, <see cref="PropertyArchive"/>, <see cref="PropertySecret"/>,
/// <see cref="PropertyComputed"/>,
/// <see cref="PropertyReference"/> and <see cref="PropertyOutput"/>.
/// </summary>
internal abstract record PropertyValue
{
    public static implicit operator PropertyValue(string text) => new PropertyString(text);

    public static implicit operator PropertyValue(bool value) => value ? PropertyBool.True : PropertyBool.False;

    public static implicit operator PropertyValue(double value) => new PropertyNumber(value);

    /// <summary>A wire <c>null</c>; absent members are simply not in the map.</summary>
    public static PropertyValue Null => PropertyNull.Instance;

    /// <summary>A value that only the real run will know.</summary>
    public static PropertyValue Computed => PropertyComputed.Instance;

    /// <summary>Never prints a secret: records would otherwise print all that they hold.</summary>
    public sealed override string ToString() => PropertyText.Of(this);
}
