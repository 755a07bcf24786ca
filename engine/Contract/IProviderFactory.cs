namespace Engine.Contract;

internal interface IProviderFactory
{
    /// <summary>Makes a provider that is not configured yet.</summary>
    /// <param name="package">For example <c>kubernetes</c>.</param>
    /// <param name="version">As the program's SDK asks for; null when it does not.</param>
    /// <param name="host">What the provider may use of the engine.</param>
    /// <exception cref="ProviderException">There is no such provider.</exception>
    Task<IProvider> CreateAsync(string package, string? version, IProviderHost host, CancellationToken cancellation);
}
