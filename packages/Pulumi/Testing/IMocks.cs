namespace Pulumi.Testing;

/// <summary>Answers in place of the engine and the providers, in unit tests.</summary>
public interface IMocks
{
    /// <summary>Answers the registration or the read of a resource.</summary>
    /// <returns>The ID (none for components) and the outputs: a dictionary, or an object that serializes to one.</returns>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>Answers a call of a function or method.</summary>
    /// <returns>The result: a dictionary, or an object that serializes to one.</returns>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>Is told the outputs of components and of the stack.</summary>
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}
