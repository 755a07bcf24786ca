using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Fits the plain objects of <see cref="PropertyReader"/> to a type. One converter per type, made when the type is first
/// seen.</summary>
internal abstract class TypeConverter
{
    private static readonly ConcurrentDictionary<Type, TypeConverter> s_converters = new();

    public static TypeConverter For(Type type) => s_converters.GetOrAdd(type, Make);

    /// <summary>The converted value, or why it does not fit. Null becomes the default of the type.</summary>
    public abstract (object? Value, Mismatch? Mismatch) Convert(object? value);

    protected static (object?, Mismatch?) Wrong(string expected, object? given) => (null, new("", expected, Describe(given)));

    private static TypeConverter Make(Type type)
    {
        if (type == typeof(object))
            return new Passing();
        if (type == typeof(string))
            return new Exact<string>("text");
        if (type == typeof(bool))
            return new Exact<bool>("true or false");
        if (type == typeof(double))
            return new Exact<double>("a number");
        if (type == typeof(int))
            return new WholeNumber(typeof(int));
        if (type.IsEnum)
            return new WholeNumber(type);
        if (type == typeof(JsonElement))
            return new Json();
        if (typeof(AssetOrArchive).IsAssignableFrom(type) || typeof(Resource).IsAssignableFrom(type))
            return new Instance(type);
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return new Optional(inner);
        if (EnumTypePlan.For(type) is { } enumType)
            return new EnumValue(type, enumType);
        if (OutputTypePlan.For(type) is { } outputType)
            return new OutputObject(outputType);
        if (type.IsGenericType)
        {
            var definition = type.GetGenericTypeDefinition();
            var arguments = type.GetGenericArguments();
            if (definition == typeof(Union<,>))
                return Generic(typeof(UnionValue<,>), arguments);
            if (definition == typeof(ImmutableArray<>))
                return Generic(typeof(ArrayValue<>), arguments);
            if (definition == typeof(ImmutableDictionary<,>) && arguments[0] == typeof(string))
                return Generic(typeof(MapValue<>), arguments[1]);
        }
        return new Unsupported(type);
    }

    private static TypeConverter Generic(Type definition, params Type[] arguments) =>
        (TypeConverter)Activator.CreateInstance(definition.MakeGenericType(arguments))!;

    private static string Describe(object? value) =>
        value switch
        {
            null => "missing",
            string => "text",
            bool => "true or false",
            double => "a number",
            ImmutableArray<object?> => "a list",
            ImmutableDictionary<string, object?> => "an object",
            _ => $"a {value.GetType().Name}",
        };

    private sealed class Passing : TypeConverter
    {
        public override (object?, Mismatch?) Convert(object? value) => (value, null);
    }

    private sealed class Exact<T>(string name) : TypeConverter
    {
        public override (object?, Mismatch?) Convert(object? value) =>
            value switch
            {
                null => (default(T), null),
                T => (value, null),
                _ => Wrong(name, value),
            };
    }

    private sealed class WholeNumber(Type type) : TypeConverter
    {
        public override (object?, Mismatch?) Convert(object? value) =>
            value switch
            {
                null => (Box(0), null),
                double number when number == Math.Truncate(number) && number is >= int.MinValue and <= int.MaxValue => (
                    Box((int)number),
                    null
                ),
                _ => Wrong("a whole number", value),
            };

        private object Box(int number) => type.IsEnum ? Enum.ToObject(type, number) : number;
    }

    private sealed class Json : TypeConverter
    {
        public override (object?, Mismatch?) Convert(object? value) => (JsonSerializer.SerializeToElement(value), null);
    }

    private sealed class Instance(Type type) : TypeConverter
    {
        public override (object?, Mismatch?) Convert(object? value) =>
            value is null || type.IsInstanceOfType(value) ? (value, null) : Wrong($"a {type.Name}", value);
    }

    private sealed class Optional(Type inner) : TypeConverter
    {
        public override (object?, Mismatch?) Convert(object? value) => value is null ? (null, null) : For(inner).Convert(value);
    }

    private sealed class EnumValue(Type type, EnumTypePlan plan) : TypeConverter
    {
        public override (object?, Mismatch?) Convert(object? value)
        {
            if (value is null)
                return (Activator.CreateInstance(type), null);
            var (inner, mismatch) = For(plan.Underlying).Convert(value);
            return mismatch is null ? (plan.Wrap(inner!), null) : (null, mismatch);
        }
    }

    private sealed class OutputObject(OutputTypePlan plan) : TypeConverter
    {
        public override (object?, Mismatch?) Convert(object? value)
        {
            if (value is null)
                return (null, null);
            if (value is not ImmutableDictionary<string, object?> members)
                return Wrong("an object", value);
            var arguments = new object?[plan.Parameters.Length];
            for (var i = 0; i < arguments.Length; i++)
            {
                var (name, type) = plan.Parameters[i];
                var (converted, mismatch) = For(type).Convert(members.GetValueOrDefault(name));
                if (mismatch is not null)
                    return (null, mismatch.Within(name));
                arguments[i] = converted;
            }
            return (plan.Make(arguments), null);
        }
    }

    private sealed class UnionValue<T0, T1> : TypeConverter
    {
        public override (object?, Mismatch?) Convert(object? value)
        {
            if (value is null)
                return (default(Union<T0, T1>), null);
            var (first, wrongFirst) = For(typeof(T0)).Convert(value);
            if (wrongFirst is null)
                return (Union<T0, T1>.FromT0((T0)first!), null);
            var (second, wrongSecond) = For(typeof(T1)).Convert(value);
            if (wrongSecond is null)
                return (Union<T0, T1>.FromT1((T1)second!), null);
            return (null, new(wrongFirst.Path, $"{wrongFirst.Expected} or {wrongSecond.Expected}", wrongFirst.Given));
        }
    }

    private sealed class ArrayValue<T> : TypeConverter
    {
        public override (object?, Mismatch?) Convert(object? value)
        {
            if (value is null)
                return (default(ImmutableArray<T>), null);
            if (value is not ImmutableArray<object?> items)
                return Wrong("a list", value);
            var result = ImmutableArray.CreateBuilder<T>(items.Length);
            for (var i = 0; i < items.Length; i++)
            {
                var (converted, mismatch) = For(typeof(T)).Convert(items[i]);
                if (mismatch is not null)
                    return (null, mismatch.Within($"[{i}]"));
                result.Add((T)converted!);
            }
            return (result.MoveToImmutable(), null);
        }
    }

    private sealed class MapValue<T> : TypeConverter
    {
        public override (object?, Mismatch?) Convert(object? value)
        {
            if (value is null)
                return (null, null);
            if (value is not ImmutableDictionary<string, object?> entries)
                return Wrong("an object", value);
            var result = ImmutableDictionary.CreateBuilder<string, T>();
            foreach (var (key, item) in entries)
            {
                var (converted, mismatch) = For(typeof(T)).Convert(item);
                if (mismatch is not null)
                    return (null, mismatch.Within(key));
                result[key] = (T)converted!;
            }
            return (result.ToImmutable(), null);
        }
    }

    private sealed class Unsupported(Type type) : TypeConverter
    {
        public override (object?, Mismatch?) Convert(object? value) =>
            throw new InvalidOperationException(
                $"{type.FullName} cannot be the type of an output. Allowed are string, bool, int, double, enumerations, ImmutableArray, "
                    + $"ImmutableDictionary with string "
                    + "keys, Union, JsonElement, assets, archives, resources, object, and classes marked [OutputType] with a "
                    + "constructor marked [OutputConstructor]."
            );
    }
}
