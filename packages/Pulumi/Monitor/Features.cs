using System.Collections.Concurrent;

namespace Pulumi;

/// <summary>What the engine supports; each feature is asked about once, when it is about to be used.</summary>
internal sealed class Features(IMonitor monitor)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> _answers = new();

    public Task<bool> ResourceReferences => SupportsAsync("resourceReferences");

    public Task<bool> OutputValues => SupportsAsync("outputValues");

    public Task<bool> AliasSpecs => SupportsAsync("aliasSpecs");

    public Task<bool> InvokeTransforms => SupportsAsync("invokeTransforms");

    public Task<bool> ResourceHooks => SupportsAsync("resourceHooks");

    /// <summary>Fails with what is used and what to do when the engine lacks the feature.</summary>
    public async Task RequireAsync(string feature, string usage)
    {
        if (!await SupportsAsync(feature).ConfigureAwait(false))
            throw new RunException(
                $"{usage} is not supported by this version of the Pulumi CLI (feature '{feature}'). Update the CLI, or leave it out."
            );
    }

    private Task<bool> SupportsAsync(string feature) =>
        _answers.GetOrAdd(feature, name => new(() => monitor.SupportsFeatureAsync(name))).Value;
}
