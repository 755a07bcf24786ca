using System.CommandLine;
using Engine.Display;
using Engine.Errors;

namespace Engine.Commands;

/// <summary>The command line: Pulumi's verbs, and <c>render</c>.</summary>
internal static class EngineCommand
{
    /// <summary>As the runtime ends a process on Linux and macOS.</summary>
    private const int UnhandledExitCode = 134;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var root = new RootCommand("Runs Pulumi programs without the Pulumi CLI: same program, same protocol, same state.")
        {
            CommonOptions.Stack,
            CommonOptions.Cwd,
            CommonOptions.NonInteractive,
            CommonOptions.Color,
            PreviewCommand.Create(),
            UpCommand.Create(),
            DestroyCommand.Create(),
            RefreshCommand.Create(),
            StackCommand.Create(),
            ConfigCommand.Create(),
            CancelCommand.Create(),
            RenderCommand.Create(),
        };
        Screen.UseUtf8();
        var parsed = root.Parse(arguments);
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }
            );
        }
        catch (UserErrorException e)
        {
            ErrorReport.Write(CommonOptions.Errors(parsed), e.Errors);
            return e.ExitCode;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ErrorReport.Write(
                CommonOptions.Errors(parsed),
                [
                    new UserError(
                        e.Message,
                        null,
                        "A file or directory cannot be used: look at its permissions and at the space on the disk, then run the command "
                            + "again."
                    ),
                ]
            );
            return UserErrorException.DefaultExitCode;
        }
        catch (OperationCanceledException)
        {
            return UserErrorException.DefaultExitCode;
        }
        catch (Exception e)
        {
            // The runtime would print it too, with the secrets that may be in it.
            CommonOptions.Errors(parsed).Line($"Unhandled exception. {e}");
            return UnhandledExitCode;
        }
    }
}
