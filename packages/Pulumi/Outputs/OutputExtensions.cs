using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Shortcuts for outputs of lists and unions.</summary>
public static class OutputExtensions
{
    /// <summary>The first element of the list.</summary>
    /// <exception cref="InvalidOperationException">The list is empty.</exception>
    public static Output<T> First<T>(this Output<ImmutableArray<T>> array) => array.Apply(items => items.First());

    /// <summary>The element at a position, counted from 0.</summary>
    /// <exception cref="IndexOutOfRangeException">The list has no such position.</exception>
    public static Output<T> GetAt<T>(this Output<ImmutableArray<T>> array, Input<int> index) =>
        Output.Tuple(array, index.ToOutput()).Apply(pair => pair.Item1[pair.Item2]);

    /// <summary>The number of elements.</summary>
    public static Output<int> Length<T>(this Output<ImmutableArray<T>> array) => array.Apply(items => items.Length);

    /// <summary>Whether the union holds the first of its types.</summary>
    public static Output<bool> IsT0<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.IsT0);

    /// <summary>Whether the union holds the second of its types.</summary>
    public static Output<bool> IsT1<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.IsT1);

    /// <summary>The value of the first type.</summary>
    /// <exception cref="InvalidOperationException">The union holds the second.</exception>
    public static Output<T0> AsT0<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.AsT0);

    /// <summary>The value of the second type.</summary>
    /// <exception cref="InvalidOperationException">The union holds the first.</exception>
    public static Output<T1> AsT1<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.AsT1);

    /// <summary>The value, whichever type it has.</summary>
    public static Output<object> Value<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.Value);
}
