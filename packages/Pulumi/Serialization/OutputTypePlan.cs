using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>How to read and make objects of a class marked [OutputType].</summary>
internal sealed class OutputTypePlan
{
    private static readonly ConcurrentDictionary<Type, OutputTypePlan?> s_plans = new();

    private readonly ConstructorInfo _constructor;
    private readonly (string Name, FieldInfo Field)[] _fields;

    private OutputTypePlan(Type type, ConstructorInfo constructor)
    {
        _constructor = constructor;
        Parameters = constructor
            .GetParameters()
            .Select(parameter =>
                (parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!, parameter.ParameterType)
            )
            .ToArray();
        _fields = type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(field => field.IsInitOnly && !field.Name.StartsWith('<'))
            .Select(field => (char.ToLowerInvariant(field.Name[0]) + field.Name[1..], field))
            .ToArray();
    }

    /// <summary>The members in the order of the constructor.</summary>
    public (string Name, Type Type)[] Parameters { get; }

    public static OutputTypePlan? For(Type type) => s_plans.GetOrAdd(type, static t =>
        {
            if (t.GetCustomAttribute<OutputTypeAttribute>() is null)
                return null;
            var constructor = t.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .FirstOrDefault(candidate => candidate.GetCustomAttribute<OutputConstructorAttribute>() is not null);
            return constructor is null ? null : new(t, constructor);
        });

    public object Make(object?[] members) => _constructor.Invoke(members);

    public Dictionary<string, object?> Read(object value) =>
        _fields.ToDictionary(entry => entry.Name, entry => entry.Field.GetValue(value));
}
