using Engine.Contract;
using Engine.Values;

namespace Engine.Providers.Random;

/// <summary>One kind of random value: how it is checked and drawn, and how the state keeps it.</summary>
internal abstract class RandomKind
{
    /// <summary>What the published plugin calls the shape of the state; null where it does not say.</summary>
    public virtual string? StateVersion => null;

    /// <summary>Inputs that the program may leave out.</summary>
    public virtual PropertyMap Defaults => PropertyMap.Empty;

    /// <summary>The outputs that are drawn; unknown in a preview.</summary>
    public abstract IReadOnlyList<string> Drawn { get; }

    public virtual bool IsSecret => false;

    /// <summary>What is wrong with inputs that fit the schema. Unknown ones are not asked for.</summary>
    public virtual IEnumerable<CheckFailure> Check(PropertyMap inputs) => [];

    /// <summary>Draws a value.</summary>
    /// <param name="inputs">With the defaults filled in.</param>
    public abstract (string Id, PropertyMap Values) Draw(PropertyMap inputs);

    /// <summary>Takes over a value from elsewhere, by its id; null when that cannot be.</summary>
    public virtual (string Id, PropertyMap Inputs, PropertyMap Values)? Import(string id) => null;

    protected static int Number(PropertyMap inputs, string name, int otherwise = 0) =>
        inputs.Get(name)?.Plain() is PropertyNumber n ? (int)n.Value : otherwise;

    protected static bool Flag(PropertyMap inputs, string name) => inputs.Get(name)?.Plain() is not PropertyBool { Value: false };

    protected static IEnumerable<CheckFailure> AtLeast(PropertyMap inputs, string name, int least)
    {
        if (inputs.Get(name)?.Plain() is PropertyNumber n && n.Value < least)
        {
            yield return new CheckFailure(name, $"must be at least {least}, was {n}");
        }
    }
}
