using Engine.Planning.Registration;
using Engine.State;
using Engine.Values;
using Pulumirpc;
using Alias = Pulumirpc.Alias;

namespace Engine.Server;

/// <summary>What programs ask for, as the messages have it.</summary>
internal static class WireGoals
{
    /// <param name="request">Transforms applied.</param>
    /// <param name="package">What the request's package reference stands for; null without one.</param>
    /// <exception cref="FormatException">A field is not understood.</exception>
    public static ResourceGoal Read(RegisterResourceRequest request, RegisterPackageRequest? package)
    {
        var given = WireValues.FromStruct(request.Object);
        var dependencies = new HashSet<Urn>(request.Dependencies.Select(d => new Urn(d)));
        var byProperty = request.PropertyDependencies.ToDictionary(
            p => p.Key,
            p => (IReadOnlyList<Urn>)[.. p.Value.Urns.Select(u => new Urn(u))]
        );
        foreach (var (key, value) in given)
        {
            var fromValue = OutputDependencies.Of(value);
            if (fromValue.Count > 0)
            {
                dependencies.UnionWith(fromValue);
                byProperty[key] = [.. byProperty.GetValueOrDefault(key, []).Union(fromValue)];
            }
        }

        return new ResourceGoal
        {
            Type = request.Type,
            Name = request.Name,
            Custom = request.Custom,
            Remote = request.Remote,
            Parent = Urn.Parse(request.Parent),
            Inputs = request.Remote ? given : OutputDependencies.Without(given),
            Protect = request.HasProtect ? request.Protect : null,
            Dependencies = [.. dependencies],
            PropertyDependencies = byProperty.Count > 0 || request.Remote ? byProperty : null,
            Provider = request.Provider.Length > 0 ? ProviderReference.Parse(request.Provider) : null,
            Providers = new Dictionary<string, string>(request.Providers),
            DeleteBeforeReplace = request.DeleteBeforeReplaceDefined ? request.DeleteBeforeReplace : null,
            Version = Text(package?.Version) ?? Text(request.Version),
            PluginDownloadUrl = Text(package?.DownloadUrl) ?? Text(request.PluginDownloadURL),
            IgnoreChanges = [.. request.IgnoreChanges],
            ReplaceOnChanges = [.. request.ReplaceOnChanges],
            AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
            HideDiff = [.. request.HideDiffs],
            Aliases = [.. request.Aliases.Select(Read), .. request.AliasURNs.Select(urn => new AliasSpec { Urn = new Urn(urn) })],
            ImportId = Text(request.ImportId),
            Timeouts = Read(request.CustomTimeouts),
            RetainOnDelete = request.HasRetainOnDelete ? request.RetainOnDelete : null,
            DeletedWith = Urn.Parse(request.DeletedWith),
            ReplaceWith = [.. request.ReplaceWith.Select(urn => new Urn(urn))],
            ReplacementTrigger = request.ReplacementTrigger is { } trigger ? WireValues.FromValue(trigger) : null,
            SupportsResultReporting = request.SupportsResultReporting,
        };
    }

    public static ReadGoal Read(ReadResourceRequest request, RegisterPackageRequest? package) =>
        new(
            request.Type,
            request.Name,
            request.Id.Length == 0 || Sentinels.IsUnknown(request.Id) ? null : request.Id,
            Urn.Parse(request.Parent),
            OutputDependencies.Without(WireValues.FromStruct(request.Properties))
        )
        {
            Dependencies = [.. request.Dependencies.Select(d => new Urn(d))],
            Provider = request.Provider.Length > 0 ? ProviderReference.Parse(request.Provider) : null,
            Version = Text(package?.Version) ?? Text(request.Version),
            PluginDownloadUrl = Text(package?.DownloadUrl) ?? Text(request.PluginDownloadURL),
            AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
        };

    /// <summary>Null for an empty text: protobuf does not tell the two apart.</summary>
    public static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static AliasSpec Read(Alias alias) =>
        alias.AliasCase == Alias.AliasOneofCase.Urn
            ? new AliasSpec { Urn = new Urn(alias.Urn) }
            : new AliasSpec
            {
                Name = Text(alias.Spec.Name),
                Type = Text(alias.Spec.Type),
                Stack = Text(alias.Spec.Stack),
                Project = Text(alias.Spec.Project),
                Parent = alias.Spec.ParentCase == Alias.Types.Spec.ParentOneofCase.ParentUrn ? Urn.Parse(alias.Spec.ParentUrn) : null,
                NoParent = alias.Spec.ParentCase == Alias.Types.Spec.ParentOneofCase.NoParent && alias.Spec.NoParent,
            };

    private static CustomTimeouts? Read(RegisterResourceRequest.Types.CustomTimeouts? timeouts) =>
        timeouts is null
            ? null
            : new(
                GoDuration.Seconds(timeouts.Create),
                GoDuration.Seconds(timeouts.Update),
                GoDuration.Seconds(timeouts.Delete),
                GoDuration.Seconds(timeouts.Read)
            );
}
