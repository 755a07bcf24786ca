using Pulumi.Generator.Schema;

namespace Pulumi.Generator.Types;

/// <summary>Which object types are used where, from the resources and functions down: what is not used gets no class.</summary>
public sealed class UsageGraph
{
    private readonly PackageSchema _schema;
    private readonly HashSet<(string Token, Shape Shape)> _uses = [];

    private UsageGraph(PackageSchema schema) => _schema = schema;

    public static IEnumerable<(string Token, Shape Shape)> Uses(PackageSchema schema)
    {
        var graph = new UsageGraph(schema);
        foreach (var resource in schema.Resources.Where(r => !r.IsOverlay).Append(schema.Provider))
        {
            graph.Visit(resource.Inputs, Shape.Input);
            graph.Visit(resource.Outputs, Shape.Output);
            graph.Visit(resource.State, Shape.State);
        }

        var methods = schema.Resources.Append(schema.Provider).SelectMany(r => r.Methods.Values).ToHashSet(StringComparer.Ordinal);
        foreach (var function in schema.Functions.Values)
        {
            var isMethod = methods.Contains(function.Token);
            graph.Visit(function.Inputs, isMethod ? Shape.Input : Shape.FunctionPlain);
            graph.Visit(function.Inputs, isMethod ? Shape.Input : Shape.FunctionInput);
            graph.Visit(function.Outputs, isMethod ? Shape.Output : Shape.FunctionOutput);
            if (function.ReturnType is { } type)
            {
                graph.Visit(type, Shape.FunctionOutput);
            }
        }

        return graph._uses.OrderBy(u => u.Token, StringComparer.Ordinal).ThenBy(u => u.Shape);
    }

    private void Visit(ObjectSpec? type, Shape shape)
    {
        foreach (var property in type?.Properties ?? [])
        {
            Visit(property.Type, shape);
        }
    }

    private void Visit(TypeSpec type, Shape shape)
    {
        if (type.Element is { } element)
        {
            Visit(element, shape);
        }

        foreach (var alternative in type.Alternatives)
        {
            Visit(alternative, shape);
        }

        if (type.Kind != TypeKind.Object || type.Package is not null)
        {
            return;
        }

        if (_uses.Add((type.Token, shape)))
        {
            Visit(_schema.Objects[type.Token], shape);
        }

        // Published so: what a lookup can take, a resource can take.
        if (shape == Shape.State && _uses.Add((type.Token, Shape.Input)))
        {
            Visit(_schema.Objects[type.Token], Shape.Input);
        }
    }
}
