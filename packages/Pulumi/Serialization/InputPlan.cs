using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>How to read the arguments of a class. Made once per type, by the first object of the type: nothing is scanned at
/// start.</summary>
internal sealed class InputPlan
{
    private static readonly ConcurrentDictionary<Type, InputPlan> s_plans = new();

    private readonly Entry[] _entries;

    private InputPlan(Entry[] entries) => _entries = entries;

    public static InputPlan For(Type type) => s_plans.GetOrAdd(type, static t => new(Find(t).ToArray()));

    public InputMember[] Read(object args)
    {
        var members = new InputMember[_entries.Length];
        for (var i = 0; i < members.Length; i++)
        {
            var (field, read) = _entries[i];
            members[i] = new(field, read(args));
        }
        return members;
    }

    private static IEnumerable<Entry> Find(Type type)
    {
        const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        // Private fields of base classes are seen only when each class of the hierarchy is asked.
        for (var current = type; current is not null && current != typeof(object); current = current.BaseType)
        {
            foreach (var property in current.GetProperties(Declared))
                if (property.GetCustomAttribute<InputAttribute>() is { } attribute)
                    yield return new(Field(attribute, current, property.Name), property.GetValue);
            foreach (var field in current.GetFields(Declared))
                if (field.GetCustomAttribute<InputAttribute>() is { } attribute)
                    yield return new(Field(attribute, current, PublicName(field)), field.GetValue);
        }
    }

    private static InputField Field(InputAttribute attribute, Type declaring, string member) =>
        new(attribute.Name, attribute.IsRequired, attribute.Json, declaring, member);

    /// <summary>Generated classes keep a list in a field <c>_dependsOn</c> behind a property <c>DependsOn</c>: messages name the
    /// property.</summary>
    private static string PublicName(FieldInfo field)
    {
        var name = field.Name.TrimStart('_');
        return field.DeclaringType!.GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase)?.Name
            ?? field.Name;
    }

    private sealed record Entry(InputField Field, Func<object, object?> Read);
}
