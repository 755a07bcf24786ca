using System.Diagnostics;
using Grpc.Core;
using Pulumi.Protocol;

namespace Pulumi;

/// <summary>One run of a program from its start to its exit code.</summary>
internal static class ProgramRun
{
    private const int Succeeded = 0;
    private const int FailedWithoutReport = 1;

    /// <summary>Tells the host that the engine knows the failure, so that it adds no message of its own.</summary>
    private const int FailedAndReported = 32;

    public static Func<Stack> Typed(Func<Stack> make) =>
        () =>
        {
            var stack = make();
            stack.RegisterPropertyOutputs();
            return stack;
        };

    public static async Task<int> FromEnvironmentAsync(Func<Stack> makeStack)
    {
        EngineEnvironment environment;
        try
        {
            environment = EngineEnvironment.Read();
        }
        catch (RunException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return Environment.ExitCode = FailedWithoutReport;
        }
        while (environment.AttachDebugger && !Debugger.IsAttached)
            await Task.Delay(100).ConfigureAwait(false);
        await using var connection = new EngineConnection(environment);
        return Environment.ExitCode = await RunAsync(new(environment.Settings, connection, connection), makeStack).ConfigureAwait(false);
    }

    public static async Task<int> RunAsync(Deployment deployment, Func<Stack> makeStack)
    {
        deployment.MakeCurrent();
        try
        {
            var failures = await deployment.Runner.WhenIdleAsync(RunStackAsync(makeStack)).ConfigureAwait(false);
            var code = Succeeded;
            if (failures.Count > 0)
            {
                foreach (var failure in failures)
                    Report(deployment.Logger, failure);
                code = FailedAndReported;
            }
            else if (deployment.Logger.ErrorsLogged)
            {
                code = FailedWithoutReport;
            }
            await deployment.Logger.FlushAsync().ConfigureAwait(false);
            if (code == Succeeded)
                await deployment.Monitor.SignalAndWaitForShutdownAsync().ConfigureAwait(false);
            return code;
        }
        catch (LogException exception)
        {
            await Console.Error.WriteLineAsync(exception.ToString()).ConfigureAwait(false);
            return FailedWithoutReport;
        }
        finally
        {
            await deployment.Callbacks.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task RunStackAsync(Func<Stack> makeStack)
    {
        var stack = makeStack();
        if (stack.Outputs is { } outputs)
            await outputs.DataTask.ConfigureAwait(false);
    }

    private static void Report(EngineLogger logger, Exception failure)
    {
        switch (failure)
        {
            case LogException:
                throw failure;
            case RpcException { StatusCode: StatusCode.Unavailable or StatusCode.Cancelled }:
                break; // The engine shut down, and has told why.
            case RunException:
                logger.Error(failure.Message);
                break;
            case ResourceException resource:
                logger.Error(resource.HideStack ? resource.Message : ProgramTrace.Describe(resource), resource.Resource);
                break;
            default:
                logger.Error(
                    $"Running program '{Environment.GetCommandLineArgs().FirstOrDefault()}' failed with an unhandled "
                        + $"exception:\n{ProgramTrace.Describe(failure)}"
                );
                break;
        }
    }
}
