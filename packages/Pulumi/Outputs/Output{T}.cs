using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// A value that becomes known while the program runs, for example the ID of a resource that is being created. It carries the resources that
/// it came from, and whether it is secret. In a preview it may stay unknown: functions given to <c>Apply</c> are then not called.
/// </summary>
public sealed class Output<T> : IOutput
{
    internal Output(Task<OutputData<T>> dataTask, bool track = true)
    {
        DataTask = dataTask;
        if (track && !dataTask.IsCompletedSuccessfully)
            Deployment.Current?.Runner.Track(dataTask);
    }

    internal Output(OutputData<T> data) => DataTask = Task.FromResult(data);

    internal Task<OutputData<T>> DataTask { get; }

    async Task<OutputData<object?>> IOutput.GetDataAsync() => (await DataTask.ConfigureAwait(false)).Untyped();

    /// <summary>An output that resolves when the task does.</summary>
    public static Output<T> Create(Task<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(FromTask(value));

        static async Task<OutputData<T>> FromTask(Task<T> task) => OutputData<T>.Known(await task.ConfigureAwait(false));
    }

    /// <summary>Transforms the value once it is known. The result depends on what this output depends on, and is secret if this
    /// is.</summary>
    public Output<TResult> Apply<TResult>(Func<T, TResult> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return new(Transform(DataTask, func));

        static async Task<OutputData<TResult>> Transform(Task<OutputData<T>> task, Func<T, TResult> func)
        {
            var data = await task.ConfigureAwait(false);
            return data.IsKnown
                ? data.With(func(data.Value), isKnown: true, data.IsSecret)
                : data.With(default(TResult)!, isKnown: false, data.IsSecret);
        }
    }

    /// <summary>Transforms the value with an asynchronous function once it is known.</summary>
    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return new(Transform(DataTask, func));

        static async Task<OutputData<TResult>> Transform(Task<OutputData<T>> task, Func<T, Task<TResult>> func)
        {
            var data = await task.ConfigureAwait(false);
            return data.IsKnown
                ? data.With(await func(data.Value).ConfigureAwait(false), isKnown: true, data.IsSecret)
                : data.With(default(TResult)!, isKnown: false, data.IsSecret);
        }
    }

    /// <summary>Runs an asynchronous action with the value once it is known.</summary>
    public Output<ValueTuple> Apply(Func<T, Task> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Apply(async value =>
        {
            await func(value).ConfigureAwait(false);
            return default(ValueTuple);
        });
    }

    /// <summary>Transforms the value into an input once it is known; secretness and dependencies of both are combined.</summary>
    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Apply(value => func(value) is { } input ? input.ToOutput() : null);
    }

    /// <summary>Transforms the value into another output once it is known; secretness and dependencies of both are combined.</summary>
    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return new(Transform(DataTask, func));

        static async Task<OutputData<TResult>> Transform(Task<OutputData<T>> task, Func<T, Output<TResult>?> func)
        {
            var data = await task.ConfigureAwait(false);
            if (!data.IsKnown)
                return data.With(default(TResult)!, isKnown: false, data.IsSecret);
            var inner = func(data.Value);
            if (inner is null)
                return data.With(default(TResult)!, isKnown: true, data.IsSecret);
            var result = await inner.DataTask.ConfigureAwait(false);
            return result with
            {
                Resources = Dependencies.Union(data.Resources, result.Resources),
                IsSecret = data.IsSecret || result.IsSecret,
            };
        }
    }

    /// <summary>Transforms the value, given as an object, into another output.</summary>
    public Output<TResult> UntypedApply<TResult>(Func<object?, Output<TResult>> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Apply(value => func(value));
    }

    /// <summary>A text that explains why an output cannot be put into a string directly.</summary>
    public override string ToString() =>
        $"An Output<{typeof(T).Name}> has no text before it is known. Put it into a string with Output.Format($\"...{{output}}...\") "
        + "or with output.Apply(value => $\"...{value}...\").";

    internal async Task<T> GetValueAsync(T whenUnknown)
    {
        var data = await DataTask.ConfigureAwait(false);
        return data.IsKnown ? data.Value : whenUnknown;
    }
}
