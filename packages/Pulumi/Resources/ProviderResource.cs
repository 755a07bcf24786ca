namespace Pulumi;

/// <summary>A configured provider; resources name it in their options or inherit it from their parent.</summary>
public class ProviderResource : CustomResource
{
    private const string TypePrefix = "pulumi:providers:";

    /// <summary>Registers a provider.</summary>
    /// <param name="package">The package, for example <c>kubernetes</c>.</param>
    /// <param name="name">The name.</param>
    /// <param name="args">Its configuration.</param>
    /// <param name="options">How the engine treats it.</param>
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : this(package, name, args, options, registerPackageRequest: null) { }

    /// <summary>Registers a provider of a package that is registered too.</summary>
    /// <param name="package">The package, for example <c>kubernetes</c>.</param>
    /// <param name="name">The name.</param>
    /// <param name="args">Its configuration.</param>
    /// <param name="options">How the engine treats it.</param>
    /// <param name="registerPackageRequest">The package, possibly parameterized.</param>
    public ProviderResource(
        string package,
        string name,
        ResourceArgs args,
        CustomResourceOptions? options = null,
        RegisterPackageRequest? registerPackageRequest = null
    )
        : base(TypePrefix + package, name, args, options, registerPackageRequest) => Package = package;

    private protected ProviderResource(string package, Output<string> urn, Output<string> id)
        : base(urn, id) => Package = package;

    internal string Package { get; }

    /// <summary>The reference <c>urn::id</c>; a provider that the preview would create has the unknown value as its ID.</summary>
    internal async Task<string> ReferenceAsync()
    {
        var urn = await Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        var id = await Id.GetValueAsync(whenUnknown: WireUnknown).ConfigureAwait(false);
        return $"{urn}::{(id.Length == 0 ? WireUnknown : id)}";
    }

    private const string WireUnknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
}
