using Mono.Cecil;

namespace RepositoryRooms;

/// <summary>
/// The types of an assembly and who uses whom, read from what was compiled: base types, members, attributes, generic arguments, and the
/// bodies of methods, those of lambdas, iterators and async methods too. Nested types count as the type that they are in.
/// A constant leaves no trace in the code that uses it, nor does <c>nameof</c>.
/// </summary>
internal sealed class CompiledTypes
{
    private readonly string _root;
    private readonly HashSet<string> _types = [];
    private readonly HashSet<Arrow> _arrows = [];

    private CompiledTypes(string root) => _root = root;

    public IReadOnlyCollection<string> Types => _types;

    public IReadOnlyCollection<Arrow> Arrows => _arrows;

    /// <summary>Reads an assembly.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="root">The namespace that is looked at, such as <c>Engine</c>.</param>
    public static CompiledTypes Of(string path, string root)
    {
        using var module = ModuleDefinition.ReadModule(path);
        var types = new CompiledTypes(root + ".");
        foreach (var type in module.GetTypes())
        {
            types.Read(type);
        }

        return types;
    }

    private void Read(TypeDefinition type)
    {
        var name = NameOf(type);
        if (!name.StartsWith(_root, StringComparison.Ordinal))
        {
            return;
        }

        _types.Add(name);
        foreach (var used in UsedTypes.By(type).Select(NameOf))
        {
            if (used != name && used.StartsWith(_root, StringComparison.Ordinal))
            {
                _arrows.Add(new Arrow(name, used));
            }
        }
    }

    private static string NameOf(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type.FullName.Split('`')[0];
    }
}
