using Pulumi.Generator.Naming;
using Pulumi.Generator.Schema;
using Pulumi.Generator.Types;

namespace Pulumi.Generator.Writing;

/// <summary>What a resource's class is made of: names, base class, which members it has.</summary>
public sealed class ResourceParts(Bindings bindings, ResourceSpec resource)
{
    private readonly bool _isProvider = resource == bindings.Schema.Provider;

    public string Class { get; } = PackageNames.Class(resource.Token);

    public string ArgsClass => $"global::{bindings.Names.ArgsNamespace(resource)}.{Class}Args";

    public string StateParameter => resource.State is null ? "" : $"{Class}State? state = null, ";

    public string BaseClass =>
        _isProvider ? "global::Pulumi.ProviderResource"
        : resource.IsComponent ? "global::Pulumi.ComponentResource"
        : bindings.Schema.CSharp.IsKubernetes ? $"global::{bindings.Names.Root}.KubernetesResource"
        : "global::Pulumi.CustomResource";

    public string OptionsClass => resource.IsComponent ? "global::Pulumi.ComponentResourceOptions" : "global::Pulumi.CustomResourceOptions";

    /// <summary>A provider is registered by its package's name.</summary>
    public string BaseName => $"\"{(_isProvider ? bindings.Schema.Name : resource.Token)}\"";

    /// <summary>Kubernetes' arguments are always optional: its API server says what is missing.</summary>
    public bool ArgsOptional => resource.Inputs.Required.Count == 0 || (bindings.Schema.CSharp.IsKubernetes && !_isProvider);

    public bool HasGet => !_isProvider && !resource.IsComponent;

    public bool HasConstants { get; } = resource.Inputs.Properties.Any(p => p.Const is not null);
}
