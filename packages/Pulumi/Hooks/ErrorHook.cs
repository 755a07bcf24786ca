namespace Pulumi;

/// <summary>A named function that the engine calls when an operation of a resource failed, and that may ask for another try.</summary>
public class ErrorHook
{
    /// <summary>Registers a hook with the engine.</summary>
    /// <param name="name">The name, unique in the program.</param>
    /// <param name="callback">What to call.</param>
    public ErrorHook(string name, ErrorHookCallback callback)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(callback);
        (Name, Callback) = (name, callback);
        Registered = Deployment.Required.RegisterHook(this);
    }

    /// <summary>The name, unique in the program.</summary>
    public string Name { get; }

    /// <summary>What is called.</summary>
    public ErrorHookCallback Callback { get; }

    internal Task Registered { get; }
}
