using Pulumi;
using Pulumi.Random;

namespace Components.Data;

/// <summary>A value that is kept out of code, logs and clear text: from the stack's config, from another resource, or made up
/// once.</summary>
public sealed class SecretValue
{
    private readonly Func<string, Resource, Output<string>> _make;

    private SecretValue(Func<string, Resource, Output<string>> make) => _make = make;

    /// <summary>A value that something else gives; it is marked as secret.</summary>
    public static implicit operator SecretValue(Output<string> value) => FromOutput(value);

    /// <summary>A value that something else gives; it is marked as secret.</summary>
    public static SecretValue FromOutput(Output<string> value)
    {
        var secret = Output.CreateSecret(value);
        return new((_, _) => secret);
    }

    /// <summary>A random value, made when first needed and kept in the stack's state.</summary>
    /// <param name="length">How many characters.</param>
    /// <param name="symbols">Whether characters other than letters and digits may be in it.</param>
    public static SecretValue Generated(int length = 32, bool symbols = false) =>
        new(
            (name, parent) =>
                new RandomPassword(
                    name,
                    new RandomPasswordArgs { Length = length, Special = symbols },
                    new CustomResourceOptions { Parent = parent }
                ).Result
        );

    /// <summary>The value; where it is generated, as a resource of this name below this parent.</summary>
    internal Output<string> Make(string name, Resource parent) => _make(name, parent);
}
