namespace Pulumi;

/// <summary>Options of a function call whose result is an output.</summary>
public class InvokeOutputOptions : InvokeOptions
{
    private InputList<Resource>? _dependsOn;

    /// <summary>Resources that must exist before the call; in a preview the result is unknown while one of them is to be created.</summary>
    public InputList<Resource> DependsOn
    {
        get => _dependsOn ??= [];
        set => _dependsOn = value;
    }
}
