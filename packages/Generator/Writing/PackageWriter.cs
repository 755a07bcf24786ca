using Pulumi.Generator.Naming;
using Pulumi.Generator.Schema;
using Pulumi.Generator.Types;

namespace Pulumi.Generator.Writing;

/// <summary>Writes a package: a file per namespace (the compiler is faster with few large files than with one per type).</summary>
public sealed class PackageWriter
{
    private readonly Bindings _bindings;
    private readonly SortedDictionary<string, SourceWriter> _namespaces = new(StringComparer.Ordinal);

    private PackageWriter(Bindings bindings) => _bindings = bindings;

    public static IEnumerable<SourceFile> Write(PackageSchema schema, IReadOnlyList<PackageSchema> others)
    {
        var writer = new PackageWriter(new Bindings(schema, others));
        writer.WriteResources();
        writer.WriteFunctions();
        writer.WriteTypes();
        writer.WriteEnums();
        if (schema.Config.Count > 0)
        {
            new ConfigWriter(writer._bindings, writer.In(writer._bindings.Names.Root)).Write();
        }

        return writer.Files();
    }

    private void WriteResources()
    {
        foreach (var resource in _bindings.Schema.Resources.Where(r => !r.IsOverlay).Append(_bindings.Schema.Provider))
        {
            var names = _bindings.Names;
            var isProvider = resource == _bindings.Schema.Provider;
            var source = In(names.Namespace(resource.Token));
            var name = PackageNames.Class(resource.Token);
            new ResourceWriter(_bindings, source).Write(resource);
            new InputClassWriter(_bindings, In(names.ArgsNamespace(resource))).Write(
                new InputClass(name + "Args", "ResourceArgs", resource.Inputs, Shape.Input)
                {
                    Sealed = !_bindings.Schema.CSharp.IsKubernetes || isProvider,
                    Json = isProvider,
                }
            );
            if (resource.State is { } state)
            {
                new InputClassWriter(_bindings, source).Write(new InputClass(name + "State", "ResourceArgs", state, Shape.State));
            }

            foreach (var (method, token) in resource.Methods)
            {
                new MethodWriter(_bindings, source).WriteTypes(name, method, _bindings.Schema.Functions[token]);
            }
        }
    }

    private void WriteFunctions()
    {
        var methods = _bindings
            .Schema.Resources.Append(_bindings.Schema.Provider)
            .SelectMany(r => r.Methods.Values)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var function in _bindings.Schema.Functions.Values.Where(f => !methods.Contains(f.Token)))
        {
            new FunctionWriter(_bindings, In(_bindings.Names.Namespace(function.Token))).Write(function);
        }
    }

    private void WriteTypes()
    {
        // A resource's Args class comes before that of an object type of the same name (Deployment and the items of DeploymentList).
        var taken = _bindings
            .Schema.Resources.Where(r => !r.IsOverlay)
            .Select(r => _bindings.Names.ArgsNamespace(r) + "." + PackageNames.Class(r.Token) + "Args")
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (token, shape) in UsageGraph.Uses(_bindings.Schema))
        {
            var type = new TypeSpec(TypeKind.Object) { Token = token };
            var space = _bindings.Types.ObjectNamespace(type, shape);
            var name = _bindings.Types.ObjectClass(type, shape);
            if (!taken.Add(space + "." + name))
            {
                continue;
            }

            if (shape is Shape.Output or Shape.FunctionOutput)
            {
                new OutputClassWriter(_bindings, In(space)).Write(name, _bindings.Schema.Objects[token], shape);
            }
            else
            {
                var parent = shape == Shape.FunctionPlain ? "InvokeArgs" : "ResourceArgs";
                new InputClassWriter(_bindings, In(space)).Write(
                    new InputClass(name, parent, _bindings.Schema.Objects[token], shape) { Sealed = !_bindings.Schema.CSharp.IsKubernetes }
                );
            }
        }
    }

    private void WriteEnums()
    {
        foreach (var (token, type) in _bindings.Schema.Enums)
        {
            new EnumWriter(In(_bindings.Names.Namespace(token))).Write(PackageNames.Class(token), type);
        }
    }

    private SourceWriter In(string space)
    {
        if (!_namespaces.TryGetValue(space, out var source))
        {
            _namespaces[space] = source = new SourceWriter();
        }

        return source;
    }

    private IEnumerable<SourceFile> Files()
    {
        foreach (var (space, source) in _namespaces)
        {
            yield return new SourceFile(space + ".cs", $"{SourceFile.Header}namespace {space};\n\n{source}");
        }

        yield return new SourceFile("Support.cs", SupportWriter.Write(_bindings));
    }
}
