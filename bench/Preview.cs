using System.Diagnostics;

namespace Bench;

/// <summary>Warm previews of the checked-in stack, as a user waits for them: the command's start to its end.</summary>
internal static class Preview
{
    public static int Run(int runs)
    {
        var state = Directory.CreateTempSubdirectory("bench-").FullName;
        try
        {
            var engine = Time(
                "embedded engine: preview",
                runs,
                "dotnet",
                ["engine/bin/Debug/net10.0/engine.dll", "preview", "-s", "local", "--non-interactive"],
                null
            );
            var cli = HasPulumi()
                ? Time(
                    "real CLI: pulumi preview",
                    runs,
                    "pulumi",
                    ["preview", "-s", "local", "--non-interactive", "--color", "never"],
                    state
                )
                : null;
            foreach (var sample in engine.Concat(cli ?? []))
            {
                Console.WriteLine(sample);
            }
            if (cli is null)
            {
                Console.WriteLine("real CLI: not measured, pulumi is not on PATH");
            }
            return 0;
        }
        catch (InvalidOperationException failed)
        {
            Console.Error.WriteLine(failed.Message);
            return 1;
        }
        finally
        {
            Directory.Delete(state, recursive: true);
        }
    }

    private static Sample[] Time(string phase, int runs, string program, string[] arguments, string? state)
    {
        if (state is not null)
        {
            Once("pulumi", ["stack", "init", "local"], state);
        }
        var sample = new Sample(phase);
        var processor = new Sample("  processor time");
        for (var run = -1; run < runs; run++)
        {
            var before = ProcessorTime.OfChildren();
            var clock = Stopwatch.StartNew();
            Once(program, arguments, state);
            clock.Stop();
            // The first run builds and warms the file cache.
            if (run < 0)
            {
                continue;
            }
            sample.Add(clock.Elapsed);
            if (ProcessorTime.OfChildren() - before is { } used)
            {
                processor.Add(used);
            }
        }
        return [sample, processor];
    }

    private static void Once(string program, string[] arguments, string? state)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (state is not null)
        {
            start.Environment["PULUMI_BACKEND_URL"] = "file://" + state;
            start.Environment["PULUMI_CONFIG_PASSPHRASE"] = "";
        }
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with exit code {process.ExitCode}\n{output.Result}{error}"
            );
        }
    }

    internal static bool HasPulumi() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "pulumi")));
}
