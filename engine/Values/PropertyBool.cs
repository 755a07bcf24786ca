namespace Engine.Values;

internal sealed record PropertyBool(bool Value) : PropertyValue
{
    public static readonly PropertyBool True = new(true);
    public static readonly PropertyBool False = new(false);
}
