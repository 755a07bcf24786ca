using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi;

/// <summary>Which output properties a class of resources has. Found once per class, when its first resource is made.</summary>
internal static class OutputSlots
{
    private static readonly ConcurrentDictionary<Type, Entry[]> s_entries = new();

    /// <summary>Gives every output property of the resource an output, and returns them by wire name.</summary>
    public static Dictionary<string, OutputSlot> Create(Resource resource)
    {
        var entries = s_entries.GetOrAdd(resource.GetType(), static type => Find(type).ToArray());
        var slots = new Dictionary<string, OutputSlot>(entries.Length);
        foreach (var entry in entries)
        {
            var slot = (OutputSlot)Activator.CreateInstance(entry.SlotType)!;
            entry.Property.SetValue(resource, slot.Output);
            slots[entry.Name] = slot;
        }
        return slots;
    }

    private static IEnumerable<Entry> Find(Type type)
    {
        // Private setters are visible only on the declaring class. The outputs of a stack are the program's own to set.
        for (var current = type; current is not null && current != typeof(object); current = current.BaseType)
        {
            if (current.IsSubclassOf(typeof(Stack)))
                continue;
            foreach (
                var property in current.GetProperties(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
            {
                if (property.GetCustomAttribute<OutputAttribute>() is not { } attribute || property.SetMethod is null)
                    continue;
                if (!property.PropertyType.IsGenericType || property.PropertyType.GetGenericTypeDefinition() != typeof(Output<>))
                    throw new RunException(
                        $"{current.FullName}.{property.Name} is marked [Output] and must be of type Output<T>; it is a "
                            + $"{property.PropertyType.Name}."
                    );
                yield return new(
                    attribute.Name ?? property.Name,
                    property,
                    typeof(OutputSlot<>).MakeGenericType(property.PropertyType.GetGenericArguments())
                );
            }
        }
    }

    private sealed record Entry(string Name, PropertyInfo Property, Type SlotType);
}
