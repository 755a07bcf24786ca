using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A resource that is made of others, which name it as their parent.</summary>
public class ComponentResource : Resource
{
    /// <summary>Registers a component.</summary>
    /// <param name="type">The type token, <c>package:module:Name</c>.</param>
    /// <param name="name">The name, unique among components of this type and parents.</param>
    /// <param name="options">How the engine treats it and what its children take over.</param>
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, ResourceArgs.Empty, options) { }

    /// <summary>Registers a component; a remote one is built by a plugin from its arguments.</summary>
    /// <param name="type">The type token, <c>package:module:Name</c>.</param>
    /// <param name="name">The name, unique among components of this type and parents.</param>
    /// <param name="args">The arguments of a remote component.</param>
    /// <param name="options">How the engine treats it and what its children take over.</param>
    /// <param name="remote">Whether a plugin builds it.</param>
    public ComponentResource(string type, string name, ResourceArgs? args, ComponentResourceOptions? options = null, bool remote = false)
        : this(type, name, args, options, remote, registerPackageRequest: null) { }

    /// <summary>Registers a component of a package that is registered too.</summary>
    /// <param name="type">The type token, <c>package:module:Name</c>.</param>
    /// <param name="name">The name, unique among components of this type and parents.</param>
    /// <param name="args">The arguments of a remote component.</param>
    /// <param name="options">How the engine treats it and what its children take over.</param>
    /// <param name="remote">Whether a plugin builds it.</param>
    /// <param name="registerPackageRequest">The package, possibly parameterized.</param>
    public ComponentResource(
        string type,
        string name,
        ResourceArgs? args,
        ComponentResourceOptions? options,
        bool remote,
        RegisterPackageRequest? registerPackageRequest = null
    )
        : base(
            type,
            name,
            custom: false,
            args ?? ResourceArgs.Empty,
            options ?? new ComponentResourceOptions(),
            remote,
            registerPackageRequest
        ) { }

    /// <summary>Tells the engine that the component is complete, and has no outputs. Call it last in the constructor.</summary>
    protected void RegisterOutputs() => RegisterOutputs(ImmutableDictionary<string, object?>.Empty);

    /// <summary>Tells the engine the component's outputs. Call it last in the constructor.</summary>
    protected void RegisterOutputs(IDictionary<string, object?> outputs) => RegisterOutputs(Output.Create(outputs));

    /// <summary>Tells the engine the component's outputs. Call it last in the constructor.</summary>
    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs) => RegisterOutputs(Output.Create(outputs));

    /// <summary>Tells the engine the component's outputs. Call it last in the constructor.</summary>
    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs) => Deployment.Required.StartOutputs(this, outputs);
}
