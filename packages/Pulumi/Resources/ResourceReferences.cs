using System.Reflection;

namespace Pulumi;

/// <summary>
/// Turns references to resources into objects of their classes. The classes are sought when the first reference arrives: in the program's
/// assembly and all that it references which use this one.
/// </summary>
internal static class ResourceReferences
{
    private static readonly Lazy<ILookup<string, (Type Type, string Version)>> s_types = new(FindTypes);

    public static Resource Resolve(string urn, string? id, string packageVersion)
    {
        var token = new Urn(urn).Type;
        var type = s_types
            .Value[token]
            .Where(candidate => Fits(candidate.Version, packageVersion))
            .OrderByDescending(candidate => Number(candidate.Version))
            .FirstOrDefault()
            .Type;
        return type is null ? new DependencyResource(urn) : Make(type, urn);
    }

    private static Resource Make(Type type, string urn)
    {
        var name = new Urn(urn).Name;
        foreach (var constructor in type.GetConstructors())
        {
            var parameters = constructor.GetParameters();
            if (parameters.Length < 2 || parameters[0].ParameterType != typeof(string))
                continue;
            var options = Array.FindIndex(parameters, parameter => typeof(ResourceOptions).IsAssignableFrom(parameter.ParameterType));
            if (options < 0)
                continue;
            var arguments = new object?[parameters.Length];
            arguments[0] = name;
            var isComponent = parameters[options].ParameterType == typeof(ComponentResourceOptions);
            arguments[options] = isComponent ? new ComponentResourceOptions { Urn = urn } : new CustomResourceOptions { Urn = urn };
            return (Resource)constructor.Invoke(arguments);
        }
        throw new InvalidOperationException(
            $"{type.FullName} has no public constructor (string name, arguments, options), so a reference to '{urn}' cannot be made an "
                + $"object of it."
        );
    }

    private static bool Fits(string version, string wanted) =>
        wanted.Length == 0 || (Number(version).Major == Number(wanted).Major && Number(version) >= Number(wanted));

    private static Version Number(string version) =>
        Version.TryParse(version.Split('-', '+')[0], out var number) ? number : new Version(0, 0);

    private static ILookup<string, (Type, string)> FindTypes() =>
        Assemblies()
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => typeof(Resource).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => (Type: type, Attribute: type.GetCustomAttribute<ResourceTypeAttribute>(inherit: false)))
            .Where(entry => entry.Attribute is not null)
            .ToLookup(entry => entry.Attribute!.Type, entry => (entry.Type, entry.Attribute!.Version ?? ""));

    private static HashSet<Assembly> Assemblies()
    {
        var core = typeof(ResourceReferences).Assembly.GetName().Name;
        var found = new HashSet<Assembly>();
        var waiting = new Queue<Assembly>(AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic));
        while (waiting.TryDequeue(out var assembly))
        {
            // Only what references this assembly can hold resources, or reference what does.
            var references = assembly.GetReferencedAssemblies();
            if (references.All(reference => reference.Name != core) || !found.Add(assembly))
                continue;
            foreach (
                var reference in references.Where(reference =>
                    reference.Name!.StartsWith(core!, StringComparison.Ordinal) && reference.Name != core
                )
            )
                waiting.Enqueue(Assembly.Load(reference));
        }
        return found;
    }
}
