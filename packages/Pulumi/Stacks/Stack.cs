using System.Reflection;

namespace Pulumi;

/// <summary>The root of all resources. Derive from it to make resources in the constructor and outputs of properties marked
/// [Output].</summary>
public class Stack : ComponentResource
{
    internal const string RootType = "pulumi:pulumi:Stack";

    /// <summary>Registers the stack.</summary>
    /// <param name="options">Transformations and transforms for all resources.</param>
    public Stack(StackOptions? options = null)
        : base(RootType, $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}", ToComponentOptions(options)) =>
        Deployment.Required.Stack = this;

    internal Stack(Func<Task<IDictionary<string, object?>>> init, StackOptions? options)
        : this(options)
    {
        Outputs = Output.Create(init());
        RegisterOutputs(Outputs);
    }

    internal Output<IDictionary<string, object?>>? Outputs { get; private set; }

    /// <summary>The properties marked [Output] become the stack's outputs, after the constructor of the derived class.</summary>
    internal void RegisterPropertyOutputs()
    {
        var properties = GetType()
            .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(property => property.DeclaringType != typeof(Resource))
            .Select(property => (Property: property, Attribute: property.GetCustomAttribute<OutputAttribute>()))
            .Where(entry => entry.Attribute is not null)
            .Select(entry =>
                (Name: entry.Attribute!.Name ?? entry.Property.Name, entry.Property.PropertyType, Value: entry.Property.GetValue(this))
            )
            .ToArray();
        var wrong = properties
            .Where(p => !p.PropertyType.IsGenericType || p.PropertyType.GetGenericTypeDefinition() != typeof(Output<>))
            .Select(p => p.Name)
            .ToArray();
        if (wrong.Length > 0)
            throw RunException.OutputsHaveIncorrectType(wrong);
        var missing = properties.Where(p => p.Value is null).Select(p => p.Name).ToArray();
        if (missing.Length > 0)
            throw RunException.OutputsNotAssigned(missing);
        Outputs = Output.Create<IDictionary<string, object?>>(properties.ToDictionary(p => p.Name, p => p.Value));
        RegisterOutputs(Outputs);
    }

    private static ComponentResourceOptions ToComponentOptions(StackOptions? options) =>
        options is null
            ? new()
            : new() { ResourceTransformations = options.ResourceTransformations, ResourceTransforms = options.ResourceTransforms };
}
