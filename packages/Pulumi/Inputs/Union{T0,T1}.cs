using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>A value of one of two types.</summary>
public readonly struct Union<T0, T1> : IEquatable<Union<T0, T1>>, IUnion
{
    private readonly T0 _first;
    private readonly T1 _second;

    private Union(T0 first, T1 second, bool isSecond) => (_first, _second, IsT1) = (first, second, isSecond);

    /// <summary>Whether it holds the first type.</summary>
    public bool IsT0 => !IsT1;

    /// <summary>Whether it holds the second type.</summary>
    public bool IsT1 { get; }

    /// <summary>The value, whichever type it has.</summary>
    public object Value => IsT1 ? _second! : _first!;

    object? IUnion.Value => Value;

    /// <summary>The value of the first type.</summary>
    /// <exception cref="InvalidOperationException">It holds the second.</exception>
    public T0 AsT0 => IsT0 ? _first : throw Wrong(typeof(T0), typeof(T1));

    /// <summary>The value of the second type.</summary>
    /// <exception cref="InvalidOperationException">It holds the first.</exception>
    public T1 AsT1 => IsT1 ? _second : throw Wrong(typeof(T1), typeof(T0));

    /// <summary>Holds the first type.</summary>
    public static Union<T0, T1> FromT0(T0 input) => new(input, default!, isSecond: false);

    /// <summary>Holds the second type.</summary>
    public static Union<T0, T1> FromT1(T1 input) => new(default!, input, isSecond: true);

    /// <summary>Calls the function for the type that it holds.</summary>
    public TResult Match<TResult>(Func<T0, TResult> f0, Func<T1, TResult> f1) => IsT1 ? f1(_second) : f0(_first);

    /// <summary>Calls the action for the type that it holds.</summary>
    public void Switch(Action<T0> f0, Action<T1> f1)
    {
        if (IsT1)
            f1(_second);
        else
            f0(_first);
    }

    /// <summary>Transforms the value if it has the first type.</summary>
    public Union<TResult, T1> MapT0<TResult>(Func<T0, TResult> mapFunc) =>
        IsT1 ? Union<TResult, T1>.FromT1(_second) : Union<TResult, T1>.FromT0(mapFunc(_first));

    /// <summary>Transforms the value if it has the second type.</summary>
    public Union<T0, TResult> MapT1<TResult>(Func<T1, TResult> mapFunc) =>
        IsT1 ? Union<T0, TResult>.FromT1(mapFunc(_second)) : Union<T0, TResult>.FromT0(_first);

    /// <summary>Transforms the value with the function for its type.</summary>
    public Union<TResult0, TResult1> Bimap<TResult0, TResult1>(Func<T0, TResult0> mapFunc0, Func<T1, TResult1> mapFunc1) =>
        IsT1 ? Union<TResult0, TResult1>.FromT1(mapFunc1(_second)) : Union<TResult0, TResult1>.FromT0(mapFunc0(_first));

    /// <summary>Gives the value if it has the first type, else the remainder.</summary>
    public bool TryPickT0(out T0 value, out T1 remainder)
    {
        (value, remainder) = (_first, _second);
        return IsT0;
    }

    /// <summary>Gives the value if it has the second type, else the remainder.</summary>
    public bool TryPickT1(out T1 value, out T0 remainder)
    {
        (value, remainder) = (_second, _first);
        return IsT1;
    }

    /// <summary>Holds the first type.</summary>
    public static implicit operator Union<T0, T1>(T0 t) => FromT0(t);

    /// <summary>Holds the second type.</summary>
    public static implicit operator Union<T0, T1>(T1 t) => FromT1(t);

    /// <inheritdoc/>
    public bool Equals(Union<T0, T1> other) => IsT1 == other.IsT1 && Equals((object?)Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Union<T0, T1> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsT1, (object?)Value);

    /// <summary>The text of the value.</summary>
    public override string ToString() => Value?.ToString() ?? "";

    /// <summary>Same type, equal values.</summary>
    public static bool operator ==(Union<T0, T1> left, Union<T0, T1> right) => left.Equals(right);

    /// <summary>Other type, or other value.</summary>
    public static bool operator !=(Union<T0, T1> left, Union<T0, T1> right) => !left.Equals(right);

    private static InvalidOperationException Wrong(Type asked, Type held) =>
        new($"The union holds a {held.Name}, not a {asked.Name}. Ask IsT0 or IsT1 first, or use Match.");
}
