using Engine.Contract;
using Engine.Values;

namespace Engine.Planning;

/// <inheritdoc cref="IProviderHost"/>
internal sealed class ProviderHost(UpdateRun run) : IProviderHost
{
    public string ProgramDirectory => run.Options.ProgramDirectory;

    public bool IsDetached => run.Options.BasisIsPlanned;

    public void Log(Severity severity, string message, Urn? urn) => run.Events.Log(severity, message, urn);

    public void Progress(string message, Urn urn) => run.Events.Log(Severity.Info, message, urn, ephemeral: true);

    // Who asked for one at a time gets one at a time.
    public async Task WaitAsync(Func<Task> wait)
    {
        if (run.Options.Parallel <= 1)
        {
            await wait();
            return;
        }

        run.Throttle.Release();
        try
        {
            await wait();
        }
        finally
        {
            await run.Throttle.WaitAsync();
        }
    }
}
