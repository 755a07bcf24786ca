using Engine.Contract;
using Engine.Masking;
using Engine.Values;

namespace Engine.Planning.Providers;

/// <summary>A provider from which no secret comes in clear: what it answers is learned, and what it says is masked before it is shown, told
/// to the program or kept in the state.</summary>
internal sealed class MaskedProvider(IProvider inner, KnownSecrets secrets) : IProvider
{
    public bool PreviewOnly => inner.PreviewOnly;

    public bool PreviewsUnconfigured => inner.PreviewsUnconfigured;

    public Task<CheckResult> CheckConfigAsync(CheckRequest request, CancellationToken cancellation) =>
        GuardedAsync(async () => Checked(await inner.CheckConfigAsync(request, cancellation)));

    public Task<DiffResult> DiffConfigAsync(DiffRequest request, CancellationToken cancellation) =>
        GuardedAsync(() => inner.DiffConfigAsync(request, cancellation));

    public Task ConfigureAsync(ConfigureRequest request, CancellationToken cancellation) =>
        GuardedAsync(() => inner.ConfigureAsync(request, cancellation));

    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellation) =>
        GuardedAsync(async () => Checked(await inner.CheckAsync(request, cancellation)));

    public Task<DiffResult> DiffAsync(DiffRequest request, CancellationToken cancellation) =>
        GuardedAsync(() => inner.DiffAsync(request, cancellation));

    public Task<CreateResult> CreateAsync(CreateRequest request, CancellationToken cancellation) =>
        GuardedAsync(async () =>
        {
            var made = await inner.CreateAsync(request, cancellation);
            secrets.Learn(made.Outputs);
            return made;
        });

    public Task<ReadResult?> ReadAsync(ReadRequest request, CancellationToken cancellation) =>
        GuardedAsync(async () => Found(await inner.ReadAsync(request, cancellation)));

    public Task<PropertyMap> UpdateAsync(UpdateRequest request, CancellationToken cancellation) =>
        GuardedAsync(async () => Learned(await inner.UpdateAsync(request, cancellation)));

    public Task DeleteAsync(DeleteRequest request, CancellationToken cancellation) =>
        GuardedAsync(() => inner.DeleteAsync(request, cancellation));

    public Task<InvokeResult> InvokeAsync(InvokeRequest request, CancellationToken cancellation) =>
        GuardedAsync(async () =>
        {
            var answer = await inner.InvokeAsync(request, cancellation);
            secrets.Learn(answer.Return ?? PropertyMap.Empty);
            return answer with { Failures = Masked(answer.Failures) };
        });

    public Task<CallResult> CallAsync(CallRequest request, CancellationToken cancellation) =>
        GuardedAsync(async () =>
        {
            var answer = await inner.CallAsync(request, cancellation);
            secrets.Learn(answer.Return);
            return answer with { Failures = Masked(answer.Failures) };
        });

    public Task<ConstructResult> ConstructAsync(ConstructRequest request, CancellationToken cancellation) =>
        GuardedAsync(async () =>
        {
            var made = await inner.ConstructAsync(request, cancellation);
            secrets.Learn(made.State);
            return made;
        });

    public Task<ReadResult?> AdoptAsync(AdoptRequest request, CancellationToken cancellation) =>
        GuardedAsync(async () => Found(await inner.AdoptAsync(request, cancellation)));

    public Task CancelAsync() => inner.CancelAsync();

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private CheckResult Checked(CheckResult check)
    {
        secrets.Learn(check.Inputs);
        return check with { Failures = Masked(check.Failures) };
    }

    private ReadResult? Found(ReadResult? found)
    {
        secrets.Learn(found?.Inputs ?? PropertyMap.Empty);
        secrets.Learn(found?.Outputs ?? PropertyMap.Empty);
        return found;
    }

    private PropertyMap Learned(PropertyMap outputs)
    {
        secrets.Learn(outputs);
        return outputs;
    }

    private IReadOnlyList<CheckFailure> Masked(IReadOnlyList<CheckFailure> failures) =>
        [.. failures.Select(failure => failure with { Reason = secrets.Mask(failure.Reason) })];

    private Task<bool> GuardedAsync(Func<Task> call) =>
        GuardedAsync(async () =>
        {
            await call();
            return true;
        });

    private async Task<T> GuardedAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (ProviderException e) when (secrets.Mask(e.Message) is var message && message != e.Message)
        {
            throw new ProviderException(message, e);
        }
        catch (ResourceInitException e)
        {
            secrets.Learn(e.Inputs ?? PropertyMap.Empty);
            secrets.Learn(e.Outputs);
            throw new ResourceInitException(e.Id, e.Outputs, e.Inputs, [.. e.Reasons.Select(secrets.Mask)]);
        }
    }
}
