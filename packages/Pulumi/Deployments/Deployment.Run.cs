namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Runs a program that returns nothing.</summary>
    /// <returns>The exit code: return it from <c>Main</c>.</returns>
    public static Task<int> RunAsync(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return RunAsync(() =>
        {
            action();
            return Task.FromResult<IDictionary<string, object?>>(NoOutputs());
        });
    }

    /// <summary>Runs a program that returns the stack's outputs.</summary>
    /// <returns>The exit code: return it from <c>Main</c>.</returns>
    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return RunAsync(() => Task.FromResult(func()));
    }

    /// <summary>Runs an asynchronous program that returns nothing.</summary>
    /// <returns>The exit code: return it from <c>Main</c>.</returns>
    public static Task<int> RunAsync(Func<Task> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return RunAsync(async () =>
        {
            await func().ConfigureAwait(false);
            return NoOutputs();
        });
    }

    /// <summary>Runs an asynchronous program that returns the stack's outputs.</summary>
    /// <returns>The exit code: return it from <c>Main</c>.</returns>
    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(func);
        return ProgramRun.FromEnvironmentAsync(() => new Stack(Later(func), options));
    }

    /// <summary>Runs a program that is a class: resources in its constructor, outputs as properties marked [Output].</summary>
    /// <returns>The exit code: return it from <c>Main</c>.</returns>
    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new() => ProgramRun.FromEnvironmentAsync(ProgramRun.Typed(() => new TStack()));

    /// <summary>Runs a program that is a class, made by a service provider.</summary>
    /// <returns>The exit code: return it from <c>Main</c>.</returns>
    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack => ProgramRun.FromEnvironmentAsync(ProgramRun.Typed(() => FromServices<TStack>(serviceProvider)));

    /// <summary>Fails unless the CLI's version is in a range, for example <c>&gt;=3.200.0</c>.</summary>
    /// <exception cref="RunException">It is not.</exception>
    public static Task RequirePulumiVersionAsync(string pulumiVersionRange) =>
        Required._engine.RequirePulumiVersionAsync(pulumiVersionRange);

    private static Dictionary<string, object?> NoOutputs() => [];

    /// <summary>An exception in the part before the first await becomes one of the task, so that the stack is registered all the
    /// same.</summary>
    private static Func<Task<IDictionary<string, object?>>> Later(Func<Task<IDictionary<string, object?>>> func) =>
        async () => await func().ConfigureAwait(false);

    private static TStack FromServices<TStack>(IServiceProvider services)
        where TStack : Stack
    {
        ArgumentNullException.ThrowIfNull(services);
        return (TStack)(
            services.GetService(typeof(TStack))
            ?? throw new RunException(
                $"The service provider knows no {typeof(TStack).FullName}. Add it: services.AddTransient<{typeof(TStack).Name}>()."
            )
        );
    }
}
