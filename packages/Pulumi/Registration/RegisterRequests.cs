using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;
using Pulumirpc;
using CustomTimeoutsMessage = Pulumirpc.RegisterResourceRequest.Types.CustomTimeouts;

namespace Pulumi;

/// <summary>Makes the request that registers a resource.</summary>
internal static class RegisterRequests
{
    public static async Task<RegisterResourceRequest> MakeAsync(
        Deployment deployment,
        Resource resource,
        IReadOnlyList<InputMember> args,
        ResourceOptions options,
        RegisterPackageRequest? package
    )
    {
        await RequireFeaturesAsync(deployment, options).ConfigureAwait(false);
        var prepared = await Prepared.MakeAsync(deployment, resource, args, options, package).ConfigureAwait(false);
        var request = new RegisterResourceRequest
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Parent = prepared.ParentUrn,
            Custom = resource.IsCustom,
            Remote = resource.IsRemote,
            Object = prepared.Properties,
            Provider = prepared.Provider,
            PackageRef = prepared.PackageRef,
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            AcceptSecrets = true,
            AcceptResources = deployment.AcceptsResources,
            SupportsResultReporting = true,
            CustomTimeouts = Timeouts(options.CustomTimeouts),
            DeletedWith = options.DeletedWith is null
                ? ""
                : await options.DeletedWith.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false),
            Hooks = await HookBindings.ToMessageAsync(options.Hooks).ConfigureAwait(false),
        };
        if (options.Protect is { } protect)
            request.Protect = protect;
        if (options.RetainOnDelete is { } retain)
            request.RetainOnDelete = retain;
        request.Dependencies.AddRange(prepared.Dependencies);
        foreach (var (key, urns) in prepared.PropertyDependencies)
            request.PropertyDependencies[key] = new() { Urns = { urns } };
        request.IgnoreChanges.AddRange(options.IgnoreChanges);
        request.HideDiffs.AddRange(options.HideDiffs);
        request.ReplaceOnChanges.AddRange(options.ReplaceOnChanges);
        if (resource.IsRemote)
            foreach (var (key, provider) in resource.Providers)
                request.Providers[key] = await provider.ReferenceAsync().ConfigureAwait(false);
        if (options is CustomResourceOptions custom)
            AddCustom(request, custom);
        await AddAliasesAsync(deployment, request, resource, options).ConfigureAwait(false);
        await AddReplacementAsync(request, options).ConfigureAwait(false);
        foreach (var transform in options.ResourceTransforms)
            request.Transforms.Add(
                await deployment.Callbacks.AddAsync(new ResourceTransformCallback(deployment, transform).InvokeAsync).ConfigureAwait(false)
            );
        return request;
    }

    private static async Task RequireFeaturesAsync(Deployment deployment, ResourceOptions options)
    {
        if (options.DeletedWith is not null)
            await deployment.Features.RequireAsync("deletedWith", "The option DeletedWith").ConfigureAwait(false);
        if (options.ResourceTransforms.Count > 0)
            await deployment.Features.RequireAsync("transforms", "The option ResourceTransforms").ConfigureAwait(false);
        if (!options.Hooks.IsEmpty)
            await deployment.Features.RequireAsync("resourceHooks", "The option Hooks").ConfigureAwait(false);
    }

    private static void AddCustom(RegisterResourceRequest request, CustomResourceOptions options)
    {
        request.DeleteBeforeReplace = options.DeleteBeforeReplace ?? false;
        request.DeleteBeforeReplaceDefined = options.DeleteBeforeReplace is not null;
        request.ImportId = options.ImportId ?? "";
        request.AdditionalSecretOutputs.AddRange(options.AdditionalSecretOutputs);
        foreach (var (name, from) in options.EnvVarMappings)
            request.EnvVarMappings[name] = from;
    }

    private static async Task AddAliasesAsync(
        Deployment deployment,
        RegisterResourceRequest request,
        Resource resource,
        ResourceOptions options
    )
    {
        if (await deployment.Features.AliasSpecs.ConfigureAwait(false))
            request.Aliases.AddRange(await AliasSpecs.ToSpecsAsync(options.Aliases).ConfigureAwait(false));
        else
            request.AliasURNs.AddRange(await AliasSpecs.ToUrnsAsync(options.Aliases, resource).ConfigureAwait(false));
    }

    private static async Task AddReplacementAsync(RegisterResourceRequest request, ResourceOptions options)
    {
        var replaceWith = await options.ReplaceWith.ToOutput().DataTask.ConfigureAwait(false);
        if (replaceWith is { IsKnown: true, Value.Length: > 0 })
        {
            await Deployment.Required.Features.RequireAsync("replaceWith", "The option ReplaceWith").ConfigureAwait(false);
            foreach (var resource in replaceWith.Value)
                request.ReplaceWith.Add(await resource.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false));
        }
        if (options.ReplacementTrigger is not null)
            request.ReplacementTrigger = await new PropertyWriter(keepResources: true)
                .WriteAsync(options.ReplacementTrigger)
                .ConfigureAwait(false)
                ?? Value.ForNull();
    }

    public static CustomTimeoutsMessage? Timeouts(CustomTimeouts? timeouts) =>
        timeouts is null
            ? null
            : new()
            {
                Create = GoDuration.Write(timeouts.Create),
                Update = GoDuration.Write(timeouts.Update),
                Delete = GoDuration.Write(timeouts.Delete),
            };
}
