using System.Collections.Immutable;

namespace Pulumi;

public static partial class Output
{
    /// <summary>One output of all the values. It is unknown or secret if any of them is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Input<T1> item1,
        Input<T2> item2,
        Input<T3> item3,
        Input<T4> item4,
        Input<T5> item5,
        Input<T6> item6,
        Input<T7> item7,
        Input<T8> item8
    ) =>
        Tuple(
            item1.ToOutput(),
            item2.ToOutput(),
            item3.ToOutput(),
            item4.ToOutput(),
            item5.ToOutput(),
            item6.ToOutput(),
            item7.ToOutput(),
            item8.ToOutput()
        );

    /// <summary>One output of all the values. It is unknown or secret if any of them is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Output<T1> item1,
        Output<T2> item2,
        Output<T3> item3,
        Output<T4> item4,
        Output<T5> item5,
        Output<T6> item6,
        Output<T7> item7,
        Output<T8> item8
    ) =>
        Combine(new IOutput[] { item1, item2, item3, item4, item5, item6, item7, item8 }, v =>
            ((T1)v[0]!, (T2)v[1]!, (T3)v[2]!, (T4)v[3]!, (T5)v[4]!, (T6)v[5]!, (T7)v[6]!, (T8)v[7]!)
        );

    /// <summary>One output of all the values. It is unknown or secret if any of them is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Input<T1> item1,
        Input<T2> item2,
        Input<T3> item3,
        Input<T4> item4,
        Input<T5> item5,
        Input<T6> item6,
        Input<T7> item7
    ) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput(), item6.ToOutput(), item7.ToOutput());

    /// <summary>One output of all the values. It is unknown or secret if any of them is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Output<T1> item1,
        Output<T2> item2,
        Output<T3> item3,
        Output<T4> item4,
        Output<T5> item5,
        Output<T6> item6,
        Output<T7> item7
    ) =>
        Combine(new IOutput[] { item1, item2, item3, item4, item5, item6, item7 }, v =>
            ((T1)v[0]!, (T2)v[1]!, (T3)v[2]!, (T4)v[3]!, (T5)v[4]!, (T6)v[5]!, (T7)v[6]!)
        );

    /// <summary>One output of all the values. It is unknown or secret if any of them is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Input<T1> item1,
        Input<T2> item2,
        Input<T3> item3,
        Input<T4> item4,
        Input<T5> item5,
        Input<T6> item6
    ) => Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput(), item6.ToOutput());

    /// <summary>One output of all the values. It is unknown or secret if any of them is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Output<T1> item1,
        Output<T2> item2,
        Output<T3> item3,
        Output<T4> item4,
        Output<T5> item5,
        Output<T6> item6
    ) =>
        Combine(new IOutput[] { item1, item2, item3, item4, item5, item6 }, v =>
            ((T1)v[0]!, (T2)v[1]!, (T3)v[2]!, (T4)v[3]!, (T5)v[4]!, (T6)v[5]!)
        );

    /// <summary>One output of all the values. It is unknown or secret if any of them is.</summary>
    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Input<T1> item1,
        Input<T2> item2,
        Input<T3> item3,
        Input<T4> item4,
        Input<T5> item5
    ) => Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput());

    /// <summary>One output of all the values. It is unknown or secret if any of them is.</summary>
    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Output<T1> item1,
        Output<T2> item2,
        Output<T3> item3,
        Output<T4> item4,
        Output<T5> item5
    ) => Combine(new IOutput[] { item1, item2, item3, item4, item5 }, v => ((T1)v[0]!, (T2)v[1]!, (T3)v[2]!, (T4)v[3]!, (T5)v[4]!));

    /// <summary>One output of all the values. It is unknown or secret if any of them is.</summary>
    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput());

    /// <summary>One output of all the values. It is unknown or secret if any of them is.</summary>
    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4) =>
        Combine(new IOutput[] { item1, item2, item3, item4 }, v => ((T1)v[0]!, (T2)v[1]!, (T3)v[2]!, (T4)v[3]!));

    /// <summary>One output of all the values. It is unknown or secret if any of them is.</summary>
    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Input<T1> item1, Input<T2> item2, Input<T3> item3) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput());

    /// <summary>One output of all the values. It is unknown or secret if any of them is.</summary>
    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3) =>
        Combine(new IOutput[] { item1, item2, item3 }, v => ((T1)v[0]!, (T2)v[1]!, (T3)v[2]!));

    /// <summary>One output of all the values. It is unknown or secret if any of them is.</summary>
    public static Output<(T1, T2)> Tuple<T1, T2>(Input<T1> item1, Input<T2> item2) => Tuple(item1.ToOutput(), item2.ToOutput());

    /// <summary>One output of all the values. It is unknown or secret if any of them is.</summary>
    public static Output<(T1, T2)> Tuple<T1, T2>(Output<T1> item1, Output<T2> item2) =>
        Combine(new IOutput[] { item1, item2 }, v => ((T1)v[0]!, (T2)v[1]!));

    private static Output<TResult> Combine<TResult>(IOutput[] outputs, Func<object?[], TResult> combine)
    {
        return new(Gather(outputs, combine));

        static async Task<OutputData<TResult>> Gather(IOutput[] outputs, Func<object?[], TResult> combine)
        {
            var resources = ImmutableHashSet<Resource>.Empty;
            var (isKnown, isSecret) = (true, false);
            var values = new object?[outputs.Length];
            for (var i = 0; i < outputs.Length; i++)
            {
                var data = await outputs[i].GetDataAsync().ConfigureAwait(false);
                values[i] = data.Value;
                resources = Dependencies.Union(resources, data.Resources);
                isKnown &= data.IsKnown;
                isSecret |= data.IsSecret;
            }
            return new(resources, isKnown ? combine(values) : default!, isKnown, isSecret);
        }
    }
}
