namespace Pulumi;

/// <summary>An argument of one of two types; values, inputs and outputs of both convert implicitly.</summary>
public sealed class InputUnion<T0, T1> : Input<Union<T0, T1>>
{
    /// <summary>An argument with the default of the first type.</summary>
    public InputUnion()
        : base(default(Union<T0, T1>)) { }

    private InputUnion(Union<T0, T1> value)
        : base(value) { }

    private InputUnion(Output<Union<T0, T1>> value)
        : base(value) { }

    /// <summary>An argument of the first type.</summary>
    public static implicit operator InputUnion<T0, T1>(T0 value) => new(Union<T0, T1>.FromT0(value));

    /// <summary>An argument of the second type.</summary>
    public static implicit operator InputUnion<T0, T1>(T1 value) => new(Union<T0, T1>.FromT1(value));

    /// <summary>An argument of the first type.</summary>
    public static implicit operator InputUnion<T0, T1>(Input<T0> value) => new(value.Apply(Union<T0, T1>.FromT0));

    /// <summary>An argument of the second type.</summary>
    public static implicit operator InputUnion<T0, T1>(Input<T1> value) => new(value.Apply(Union<T0, T1>.FromT1));

    /// <summary>An argument of the first type, known later.</summary>
    public static implicit operator InputUnion<T0, T1>(Output<T0> value) => new(value.Apply(Union<T0, T1>.FromT0));

    /// <summary>An argument of the second type, known later.</summary>
    public static implicit operator InputUnion<T0, T1>(Output<T1> value) => new(value.Apply(Union<T0, T1>.FromT1));

    /// <summary>An argument of either type.</summary>
    public static implicit operator InputUnion<T0, T1>(Union<T0, T1> value) => new(value);

    /// <summary>An argument of either type, known later.</summary>
    public static implicit operator InputUnion<T0, T1>(Output<Union<T0, T1>> value) => new(value);
}
