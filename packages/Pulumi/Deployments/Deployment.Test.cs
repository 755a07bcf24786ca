using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Runs a stack class against mocks.</summary>
    /// <returns>All resources, the stack included.</returns>
    /// <exception cref="RunException">The program failed; an <see cref="AggregateException"/> if several errors were logged.</exception>
    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new() => TestRun.RunAsync(mocks, options, ProgramRun.Typed(() => new TStack()));

    /// <summary>Runs a stack class, made by a service provider, against mocks.</summary>
    /// <inheritdoc cref="TestAsync{TStack}(IMocks, TestOptions?)"/>
    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks,
        IServiceProvider serviceProvider,
        TestOptions? options = null
    )
        where TStack : Stack => TestRun.RunAsync(mocks, options, ProgramRun.Typed(() => FromServices<TStack>(serviceProvider)));

    /// <summary>Runs an asynchronous program against mocks.</summary>
    /// <returns>The resources without the stack, and the outputs.</returns>
    /// <exception cref="RunException">The program failed; an <see cref="AggregateException"/> if several errors were logged.</exception>
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks,
        TestOptions testOptions,
        Func<Task<IDictionary<string, object?>>> createResources
    )
    {
        ArgumentNullException.ThrowIfNull(createResources);
        IDictionary<string, object?> outputs = NoOutputs();
        var resources = await TestRun
            .RunAsync(testMocks, testOptions, () =>
                new Stack(async () => outputs = await createResources().ConfigureAwait(false), options: null)
            )
            .ConfigureAwait(false);
        return (resources.RemoveAll(resource => resource is Stack), outputs);
    }

    /// <summary>Runs a program against mocks.</summary>
    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task{IDictionary{string, object?}}})"/>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks,
        TestOptions testOptions,
        Func<IDictionary<string, object?>> createResources
    )
    {
        ArgumentNullException.ThrowIfNull(createResources);
        return TestAsync(testMocks, testOptions, () => Task.FromResult(createResources()));
    }

    /// <summary>Runs an asynchronous program that returns nothing against mocks.</summary>
    /// <returns>The resources without the stack.</returns>
    /// <exception cref="RunException">The program failed; an <see cref="AggregateException"/> if several errors were logged.</exception>
    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
    {
        ArgumentNullException.ThrowIfNull(createResources);
        var (resources, _) = await TestAsync(testMocks, testOptions, async () =>
            {
                await createResources().ConfigureAwait(false);
                return NoOutputs();
            })
            .ConfigureAwait(false);
        return resources;
    }

    /// <summary>Runs a program that returns nothing against mocks.</summary>
    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task})"/>
    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources)
    {
        ArgumentNullException.ThrowIfNull(createResources);
        return TestAsync(testMocks, testOptions, () =>
        {
            createResources();
            return Task.CompletedTask;
        });
    }
}
