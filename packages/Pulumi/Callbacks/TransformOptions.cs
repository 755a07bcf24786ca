using Pulumi.Serialization;
using Pulumirpc;

namespace Pulumi;

/// <summary>Options of a resource on their way to a transform and back. Resources that are only named become stand-ins with their
/// URN.</summary>
internal static class TransformOptions
{
    public static ResourceOptions FromMessage(TransformResourceOptions message, bool custom, string parent)
    {
        ResourceOptions options = custom
            ? new CustomResourceOptions
            {
                DeleteBeforeReplace = message.HasDeleteBeforeReplace ? message.DeleteBeforeReplace : null,
                AdditionalSecretOutputs = [.. message.AdditionalSecretOutputs],
                ImportId = Text(message.Import),
            }
            : new ComponentResourceOptions
            {
                Providers = message
                    .Providers.Values.Select(ProviderResource (reference) => new DependencyProviderResource(reference))
                    .ToList(),
            };
        options.Parent = Resource(parent);
        options.DependsOn = message.DependsOn.Select(urn => (Resource)new DependencyResource(urn)).ToList();
        options.Protect = message.HasProtect ? message.Protect : null;
        options.IgnoreChanges = [.. message.IgnoreChanges];
        options.ReplaceOnChanges = [.. message.ReplaceOnChanges];
        options.Version = Text(message.Version);
        options.Aliases = message.Aliases.Select(alias => (Input<Alias>)Alias(alias)).ToList();
        options.Provider = Text(message.Provider) is { } provider ? new DependencyProviderResource(provider) : null;
        options.CustomTimeouts = message.CustomTimeouts is { } timeouts
            ? new()
            {
                Create = GoDuration.Read(timeouts.Create),
                Update = GoDuration.Read(timeouts.Update),
                Delete = GoDuration.Read(timeouts.Delete),
            }
            : null;
        options.PluginDownloadURL = Text(message.PluginDownloadUrl);
        options.RetainOnDelete = message.HasRetainOnDelete ? message.RetainOnDelete : null;
        options.DeletedWith = Resource(message.DeletedWith);
        options.HideDiffs = [.. message.HideDiff];
        options.ReplaceWith = message.ReplaceWith.Select(urn => (Resource)new DependencyResource(urn)).ToList();
        if (message.ReplacementTrigger is { } trigger)
            options.ReplacementTrigger = new Output<object>(Trigger(trigger));
        options.Hooks = HookBindings.FromMessage(message.Hooks);
        return options;
    }

    /// <param name="options">What the transform gave.</param>
    /// <param name="original">What the engine sent; parts of it have no counterpart in our options, and go back as they came.</param>
    public static async Task<TransformResourceOptions> ToMessageAsync(ResourceOptions options, TransformResourceOptions? original)
    {
        var message = new TransformResourceOptions
        {
            Version = options.Version ?? "",
            Provider = options.Provider is null ? "" : await options.Provider.ReferenceAsync().ConfigureAwait(false),
            CustomTimeouts = RegisterRequests.Timeouts(options.CustomTimeouts),
            PluginDownloadUrl = options.PluginDownloadURL ?? "",
            DeletedWith = options.DeletedWith is null ? "" : await UrnAsync(options.DeletedWith).ConfigureAwait(false),
            Hooks = await HookBindings.ToMessageAsync(options.Hooks).ConfigureAwait(false),
        };
        if (original?.Hooks is { } hooks)
            message.Hooks.OnError.AddRange(hooks.OnError.Except(message.Hooks.OnError));
        if (original is not null)
            message.PluginChecksums.Add(original.PluginChecksums);
        if (options.Protect is { } protect)
            message.Protect = protect;
        if (options.RetainOnDelete is { } retain)
            message.RetainOnDelete = retain;
        message.IgnoreChanges.AddRange(options.IgnoreChanges);
        message.ReplaceOnChanges.AddRange(options.ReplaceOnChanges);
        message.HideDiff.AddRange(options.HideDiffs);
        message.Aliases.AddRange(await AliasSpecs.ToSpecsAsync(options.Aliases).ConfigureAwait(false));
        message.DependsOn.AddRange(await UrnsAsync(options.DependsOn).ConfigureAwait(false));
        message.ReplaceWith.AddRange(await UrnsAsync(options.ReplaceWith).ConfigureAwait(false));
        if (options.ReplacementTrigger is not null)
            message.ReplacementTrigger = await new PropertyWriter(keepResources: true)
                .WriteAsync(options.ReplacementTrigger)
                .ConfigureAwait(false);
        if (options is CustomResourceOptions custom)
        {
            if (custom.DeleteBeforeReplace is { } first)
                message.DeleteBeforeReplace = first;
            message.AdditionalSecretOutputs.AddRange(custom.AdditionalSecretOutputs);
            message.Import = custom.ImportId ?? "";
        }
        else if (options is ComponentResourceOptions component)
        {
            foreach (var provider in component.Providers)
                message.Providers[provider.Package] = await provider.ReferenceAsync().ConfigureAwait(false);
        }
        return message;
    }

    private static async Task<IEnumerable<string>> UrnsAsync(InputList<Resource> resources)
    {
        var data = await resources.ToOutput().DataTask.ConfigureAwait(false);
        return data.IsKnown ? await DependencyExpansion.UrnsAsync(data.Value, except: null).ConfigureAwait(false) : [];
    }

    private static Task<string> UrnAsync(Resource resource) => resource.Urn.GetValueAsync(whenUnknown: "");

    private static OutputData<object> Trigger(Google.Protobuf.WellKnownTypes.Value value)
    {
        var data = PropertyReader.Read(value);
        return data.With(data.Value!, data.IsKnown, data.IsSecret);
    }

    private static Alias Alias(Pulumirpc.Alias message)
    {
        if (message.AliasCase == Pulumirpc.Alias.AliasOneofCase.Urn)
            return new() { Urn = message.Urn };
        var spec = message.Spec;
        return new()
        {
            Name = Input(spec.Name),
            Type = Input(spec.Type),
            Stack = Input(spec.Stack),
            Project = Input(spec.Project),
            ParentUrn = Input(spec.ParentUrn),
            NoParent = spec.NoParent,
        };
    }

    private static Input<string>? Input(string given) => string.IsNullOrEmpty(given) ? null : (Input<string>)given;

    private static DependencyResource? Resource(string urn) => Text(urn) is null ? null : new(urn);

    private static string? Text(string? given) => string.IsNullOrEmpty(given) ? null : given;
}
