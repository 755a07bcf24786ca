using System.ComponentModel;
using System.Diagnostics;
using Engine.Errors;
using Engine.Execution;

namespace Engine.Since;

/// <summary>Runs git.</summary>
internal static class GitCommand
{
    public static async Task<GitAnswer> AskAsync(string directory, CancellationToken cancel, params IReadOnlyList<string> arguments)
    {
        var output = "";
        var answer = await RunAsync(
            directory,
            async stream => output = await new StreamReader(stream).ReadToEndAsync(cancel),
            cancel,
            arguments
        );
        return answer with { Output = output.TrimEnd() };
    }

    /// <param name="directory">Where.</param>
    /// <param name="read">Reads what it prints.</param>
    /// <exception cref="UserErrorException">There is no git.</exception>
    public static async Task<GitAnswer> RunAsync(
        string directory,
        Func<Stream, Task> read,
        CancellationToken cancel,
        params IReadOnlyList<string> arguments
    )
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // What it answers is compared; it shall not be translated, and never wait for a password.
        start.Environment["LC_ALL"] = "C";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        using var process = Start(start);
        using var life = ChildLife.EndsWithEngine(process);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await read(process.StandardOutput.BaseStream);
        await process.WaitForExitAsync(cancel);
        return new GitAnswer(process.ExitCode, "", (await error).Trim());
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new UserErrorException(
                "git is not on PATH, and --since takes the program as it was from it",
                "Install git, or leave --since out."
            );
        }
    }
}
