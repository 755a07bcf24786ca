using System.Collections.Concurrent;
using Engine.Contract;
using Engine.Planning.Registration;
using Engine.State;
using Engine.Values;

namespace Engine.Planning.Providers;

/// <summary>Finds the provider of a resource: the one that the program named, the parent's, or the package's default provider, which is
/// made when first needed.</summary>
internal sealed class ProviderResolver(UpdateRun run, ProviderRegistry registry, Func<ResourceGoal, Task<RegistrationResult>> register)
{
    private const string Disabled = "pulumi:disable-default-providers";
    private readonly ConcurrentDictionary<(string, string?, string?), Lazy<Task<ProviderReference>>> _defaults = [];

    public async Task<(ProviderReference Reference, IProvider Provider)> ResolveAsync(
        string package,
        ProviderReference? given,
        Urn? parent,
        string? version,
        string? url
    )
    {
        var reference = given
            ?? OfParent(package, parent)
            ?? await _defaults
                .GetOrAdd((package, version, url), key => new(() => RegisterDefaultAsync(key.Item1, key.Item2, key.Item3)))
                .Value;
        return (reference, await registry.GetAsync(reference));
    }

    private ProviderReference? OfParent(string package, Urn? parent) =>
        parent is { } urn
        && run.Registered.Get(urn)?.State.Provider is { } provider
        && ProviderTypes.PackageOf(provider.Urn.Type) == package
            ? provider
            : null;

    private async Task<ProviderReference> RegisterDefaultAsync(string package, string? version, string? url)
    {
        if (
            run.Options.Config.TryGetValue(Disabled, out var disabled)
            && (
                disabled.Text.Contains("\"*\"", StringComparison.Ordinal)
                || disabled.Text.Contains($"\"{package}\"", StringComparison.Ordinal)
            )
        )
        {
            throw new ProviderException(
                $"the default provider of '{package}' is switched off (config {Disabled}); give the resource a provider, or change that "
                    + $"setting"
            );
        }

        var suffix = string.Concat(new[] { version, url }.OfType<string>().Select(part => "_" + Sanitized(part)));
        var result = await register(
            new ResourceGoal
            {
                Type = ProviderTypes.Of(package),
                Name = ProviderTypes.DefaultName + suffix,
                Custom = true,
                Version = version,
                PluginDownloadUrl = url,
                Inputs = Configured(package),
                IsDefaultProvider = true,
            }
        );
        return new ProviderReference(result.State.Urn, result.State.Id);
    }

    private PropertyMap Configured(string package) =>
        new(
            from setting in run.Options.Config
            where setting.Key.StartsWith(package + ":", StringComparison.Ordinal)
            let value = setting.Value
            select KeyValuePair.Create(
                setting.Key[(package.Length + 1)..],
                value.IsUnreadable ? new PropertySecret(PropertyValue.Computed) { Ciphertext = value.Text }
                    : value.IsSecret ? new PropertySecret(value.Text)
                    : (PropertyValue)value.Text
            )
        );

    private static string Sanitized(string text) => string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
}
