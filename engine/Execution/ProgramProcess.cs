using System.Diagnostics;

namespace Engine.Execution;

/// <summary>The program as a child process.</summary>
/// <param name="run">What to run.</param>
/// <param name="print">Gets what the program prints, a line at a time.</param>
internal sealed class ProgramProcess(ProgramLaunch run, Action<string> print) : IProgram
{
    public async Task<ProgramExit> RunAsync(ProgramStart start, CancellationToken cancellation)
    {
        using var process = Process.Start(StartInfo(start))!;
        using var kill = cancellation.Register(() => ChildLife.End(process));
        using var life = ChildLife.EndsWithEngine(process);
        process.StandardInput.Close();
        await Task.WhenAll(PrintAsync(process, process.StandardOutput), PrintAsync(process, process.StandardError));
        await process.WaitForExitAsync(CancellationToken.None);
        return new ProgramExit(
            process.ExitCode,
            process.ExitCode > 128 && !OperatingSystem.IsWindows() ? $"the program was ended by signal {process.ExitCode - 128}" : null
        );
    }

    private ProcessStartInfo StartInfo(ProgramStart start)
    {
        var isDll = run.BuiltFile.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
        var info = new ProcessStartInfo(isDll ? DotnetHost.Path : run.BuiltFile)
        {
            WorkingDirectory = run.Project.ProgramDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (isDll)
        {
            info.ArgumentList.Add(run.BuiltFile);
        }

        // The program is as short-lived as the engine (see Engine.csproj); who wants it otherwise says so in the environment.
        info.Environment.TryAdd("DOTNET_TieredPGO", "0");
        foreach (var (name, value) in ProgramEnvironment.Variables(run, start))
        {
            info.Environment[name] = value;
        }

        return info;
    }

    // A program whose output nobody takes any more would hang on it, and whoever waits for its end with it.
    private async Task PrintAsync(Process process, StreamReader reader)
    {
        try
        {
            while (await reader.ReadLineAsync(CancellationToken.None) is { } line)
            {
                print(line);
            }
        }
        catch
        {
            ChildLife.End(process);
            throw;
        }
    }
}
