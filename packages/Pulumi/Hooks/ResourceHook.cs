namespace Pulumi;

/// <summary>A named function that the engine calls around operations of the resources that it is bound to.</summary>
public class ResourceHook
{
    /// <summary>Registers a hook with the engine.</summary>
    /// <param name="name">The name, unique in the program.</param>
    /// <param name="callback">What to call.</param>
    /// <param name="options">When, and what its failure means.</param>
    public ResourceHook(string name, ResourceHookCallback callback, ResourceHookOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(callback);
        (Name, Callback, Options) = (name, callback, options ?? new());
        Registered = Deployment.Required.RegisterHook(this);
    }

    /// <summary>For hooks whose registration is done elsewhere.</summary>
    protected ResourceHook(string name, ResourceHookCallback callback, ResourceHookOptions options, Task registered) =>
        (Name, Callback, Options, Registered) = (name, callback, options, registered);

    /// <summary>The name, unique in the program.</summary>
    public string Name { get; }

    /// <summary>What is called.</summary>
    public ResourceHookCallback Callback { get; }

    /// <summary>When it is called, and what its failure means.</summary>
    public ResourceHookOptions Options { get; }

    internal Task Registered { get; }
}
