using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>How to read and make values of a struct marked [EnumType].</summary>
internal sealed class EnumTypePlan
{
    private static readonly ConcurrentDictionary<Type, EnumTypePlan?> s_plans = new();

    private readonly MethodInfo _unwrap;
    private readonly ConstructorInfo _constructor;

    private EnumTypePlan(MethodInfo unwrap, ConstructorInfo constructor) => (_unwrap, _constructor) = (unwrap, constructor);

    /// <summary>The type of the value inside: string or double.</summary>
    public Type Underlying => _constructor.GetParameters()[0].ParameterType;

    public static EnumTypePlan? For(Type type) => s_plans.GetOrAdd(type, static t =>
        {
            if (!t.IsValueType || t.GetCustomAttribute<EnumTypeAttribute>() is null)
                return null;
            var unwrap = t.GetMethods(BindingFlags.Static | BindingFlags.Public)
                .Single(method =>
                    method.Name == "op_Explicit" && (method.ReturnType == typeof(string) || method.ReturnType == typeof(double))
                );
            var constructor = t.GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public, [unwrap.ReturnType]);
            return constructor is null ? null : new(unwrap, constructor);
        });

    public object? Unwrap(object value) => _unwrap.Invoke(null, [value]);

    public object Wrap(object value) => _constructor.Invoke([value]);
}
