namespace Pulumi;

/// <summary>A resource that a provider creates, updates and deletes.</summary>
public class CustomResource : Resource
{
    /// <summary>Registers a resource, or reads an existing one if <see cref="ResourceOptions.Id"/> is set.</summary>
    /// <param name="type">The type token, <c>package:module:Name</c>.</param>
    /// <param name="name">The name, unique among resources of this type and parents.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">How the engine treats it.</param>
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : this(type, name, args, options, registerPackageRequest: null) { }

    /// <summary>Registers a resource of a package that is registered too.</summary>
    /// <param name="type">The type token, <c>package:module:Name</c>.</param>
    /// <param name="name">The name, unique among resources of this type and parents.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">How the engine treats it.</param>
    /// <param name="registerPackageRequest">The package, possibly parameterized.</param>
    public CustomResource(
        string type,
        string name,
        ResourceArgs? args,
        CustomResourceOptions? options = null,
        RegisterPackageRequest? registerPackageRequest = null
    )
        : base(
            type,
            name,
            custom: true,
            args ?? ResourceArgs.Empty,
            options ?? new CustomResourceOptions(),
            remote: false,
            registerPackageRequest
        ) { }

    private protected CustomResource(Output<string> urn, Output<string> id)
        : base(urn)
    {
        IsCustom = true;
        Id = id;
    }

    /// <summary>The ID that the provider gave it; unknown in the preview that creates it.</summary>
    [Output("id")]
    public Output<string> Id { get; private set; } = null!;
}
