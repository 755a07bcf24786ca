namespace Pulumi;

/// <summary>Options of a resource that a provider manages.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    private List<string>? _additionalSecretOutputs;
    private Dictionary<string, string>? _envVarMappings;

    /// <summary>Whether a replacement deletes the old resource before it creates the new one.</summary>
    /// <value>The provider decides if not set.</value>
    public bool? DeleteBeforeReplace { get; set; }

    /// <summary>Outputs to treat as secret, by wire name.</summary>
    public List<string> AdditionalSecretOutputs
    {
        get => _additionalSecretOutputs ??= [];
        set => _additionalSecretOutputs = value;
    }

    /// <summary>The ID of an existing resource to take under management. The arguments must match what exists.</summary>
    public string? ImportId { get; set; }

    /// <summary>For providers: environment variables of the plugin, new name to the name to read from.</summary>
    public Dictionary<string, string> EnvVarMappings
    {
        get => _envVarMappings ??= [];
        set => _envVarMappings = value;
    }

    /// <summary>New options from two: single values of the second win, lists are joined.</summary>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = options1 is null ? new() : (CustomResourceOptions)options1.Clone();
        if (options2 is null)
            return merged;
        merged.MergeFrom(options2);
        merged.DeleteBeforeReplace = options2.DeleteBeforeReplace ?? merged.DeleteBeforeReplace;
        merged.ImportId = options2.ImportId ?? merged.ImportId;
        if (options2._additionalSecretOutputs is not null)
            merged.AdditionalSecretOutputs.AddRange(options2._additionalSecretOutputs);
        if (options2._envVarMappings is not null)
            foreach (var (key, value) in options2._envVarMappings)
                merged.EnvVarMappings[key] = value;
        return merged;
    }

    internal override ResourceOptions Clone()
    {
        var copy = (CustomResourceOptions)base.Clone();
        copy._additionalSecretOutputs = _additionalSecretOutputs?.ToList();
        copy._envVarMappings = _envVarMappings is null ? null : new(_envVarMappings);
        return copy;
    }
}
