using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>What registering and reading a resource have in common: everything that must be awaited before a request can be made.</summary>
internal sealed record Prepared(
    string ParentUrn,
    string Provider,
    Struct Properties,
    IReadOnlyDictionary<string, IReadOnlyCollection<string>> PropertyDependencies,
    IReadOnlyCollection<string> Dependencies,
    string PackageRef
)
{
    public static async Task<Prepared> MakeAsync(
        Deployment deployment,
        Resource resource,
        IReadOnlyList<InputMember> args,
        ResourceOptions options,
        RegisterPackageRequest? package
    )
    {
        var parentUrn = options.Parent is null ? "" : await options.Parent.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        var provider = resource.Provider is null ? "" : await resource.Provider.ReferenceAsync().ConfigureAwait(false);
        var keepResources = await deployment.Features.ResourceReferences.ConfigureAwait(false);
        var keepOutputs = resource.IsRemote && await deployment.Features.OutputValues.ConfigureAwait(false);
        var packageRef = package is null ? "" : await deployment.Packages.ReferenceAsync(package).ConfigureAwait(false);

        var dependsOn = await options.DependsOn.ToOutput().DataTask.ConfigureAwait(false);
        var all = new HashSet<string>(
            await ExpandAsync(dependsOn.IsKnown ? dependsOn.Value.Union(dependsOn.Resources) : dependsOn.Resources, resource)
                .ConfigureAwait(false)
        );
        var properties = new Struct();
        var byProperty = new Dictionary<string, IReadOnlyCollection<string>>();
        foreach (var member in args)
        {
            // An ID or URN among the inputs is that of the resource itself, and no property.
            if (member.Name is "id" or "urn")
                continue;
            var writer = new PropertyWriter(keepResources, keepOutputs);
            var written = await WriteAsync(writer, member, resource).ConfigureAwait(false);
            if (written is null)
                continue;
            properties.Fields[member.Name] = written;
            var urns = await ExpandAsync(writer.Dependencies, resource).ConfigureAwait(false);
            byProperty[member.Name] = urns;
            all.UnionWith(urns);
        }
        return new(parentUrn, provider, properties, byProperty, all, packageRef);
    }

    private static Task<IReadOnlyCollection<string>> ExpandAsync(IEnumerable<Resource> resources, Resource except) =>
        DependencyExpansion.UrnsAsync(resources.Where(resource => resource is not null), except);

    private static async Task<Value?> WriteAsync(PropertyWriter writer, InputMember member, Resource resource)
    {
        try
        {
            return await writer.WriteMemberAsync(member).ConfigureAwait(false);
        }
        catch (UnsupportedValueException exception) when (!exception.Passing(member.Name))
        {
            throw new RunException($"{resource.GetResourceType()} '{resource.GetResourceName()}': {exception.Message}", exception);
        }
    }
}
