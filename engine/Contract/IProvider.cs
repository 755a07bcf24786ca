using Engine.Values;

namespace Engine.Contract;

/// <summary>
/// What manages the resources of one package: in this process, or a plugin behind the wire's ResourceProvider, whose calls these are.
/// Values come with secrets, unknowns (previews) and references in them; unknown means <see cref="PropertyComputed"/>. Calls come
/// concurrently.
/// Failures that a user can cause are <see cref="ProviderException"/>; an object that exists but is not ready is
/// <see cref="ResourceInitException"/>.
/// </summary>
internal interface IProvider : IAsyncDisposable
{
    /// <summary>True when resources are only checked and previewed: an update that would change one is refused before anything is
    /// done.</summary>
    bool PreviewOnly => false;

    /// <summary>True when it can check and preview resources while its own configuration is unknown (previews of a cluster that is still to
    /// be made).</summary>
    bool PreviewsUnconfigured => false;

    /// <summary>Checks the provider's own configuration and fills in defaults.</summary>
    Task<CheckResult> CheckConfigAsync(CheckRequest request, CancellationToken cancellation) =>
        Task.FromResult(new CheckResult(request.News, []));

    /// <summary>Whether a changed configuration means another provider: then all its resources are replaced.</summary>
    Task<DiffResult> DiffConfigAsync(DiffRequest request, CancellationToken cancellation) => Task.FromResult(DiffResult.None);

    /// <summary>Called once, before all others but CheckConfig and DiffConfig. Not called while the configuration holds unknowns.</summary>
    Task ConfigureAsync(ConfigureRequest request, CancellationToken cancellation);

    Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellation);

    Task<DiffResult> DiffAsync(DiffRequest request, CancellationToken cancellation);

    /// <exception cref="ResourceInitException">Created, but not ready.</exception>
    Task<CreateResult> CreateAsync(CreateRequest request, CancellationToken cancellation);

    /// <returns>Null when the object does not exist (any more).</returns>
    /// <exception cref="ResourceInitException">It exists, but is not ready.</exception>
    Task<ReadResult?> ReadAsync(ReadRequest request, CancellationToken cancellation);

    /// <returns>The outputs.</returns>
    /// <exception cref="ResourceInitException">Updated, but not ready.</exception>
    Task<PropertyMap> UpdateAsync(UpdateRequest request, CancellationToken cancellation);

    /// <summary>Succeeds also when the object is gone already.</summary>
    Task DeleteAsync(DeleteRequest request, CancellationToken cancellation);

    Task<InvokeResult> InvokeAsync(InvokeRequest request, CancellationToken cancellation);

    /// <summary>Calls a method of a component or provider.</summary>
    Task<CallResult> CallAsync(CallRequest request, CancellationToken cancellation) =>
        throw new ProviderException($"'{request.Token}' cannot be called: the provider has no methods");

    /// <summary>Makes a remote component (a component of another language, for example <c>eks:index:Cluster</c>).</summary>
    Task<ConstructResult> ConstructAsync(ConstructRequest request, CancellationToken cancellation) =>
        throw new ProviderException($"'{request.Type}' cannot be made: the provider has no components");

    /// <summary>
    /// Looks for the object that an earlier run began to create and whose end it did not see (it was killed): what was created, or null
    /// when nothing was.
    /// A provider whose objects exist nowhere but in the state (random) answers null.
    /// </summary>
    Task<ReadResult?> AdoptAsync(AdoptRequest request, CancellationToken cancellation) => Task.FromResult<ReadResult?>(null);

    /// <summary>Asks running operations to end soon (the user pressed Ctrl-C).</summary>
    Task CancelAsync() => Task.CompletedTask;
}
