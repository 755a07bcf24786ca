using System.Diagnostics;
using System.Globalization;

namespace Bench;

/// <summary>Many small objects: rendered to a folder, or on a cluster. The engines run the same built program, and each measures its own
/// stack in a folder that is gone afterwards.</summary>
internal sealed class Objects(string name, string program, string[] unattended, string folder)
{
    private const string Stack = "many";

    private static readonly int[] Counts = [500, 1_000, 2_000, 5_000, 10_000];
    private static readonly string[] Phases = ["preview", "first up", "unchanged up", "destroy"];

    /// <summary>First and unchanged update by number of objects, and what each further object costs.</summary>
    public static int Rendered(int runs) =>
        ForEachEngine(engine =>
        {
            var points = new List<(int Count, double Milliseconds)>();
            foreach (var count in Counts)
            {
                var (first, unchanged) = (new Sample($"{engine.Name}: {count} rendered, first up"), new Sample("  unchanged up"));
                for (var run = 0; run < runs; run++)
                {
                    engine.Begin($"  many:count: \"{count}\"\n  many:folder: rendered\n");
                    first.Add(engine.Update("up"));
                    unchanged.Add(engine.Update("up"));
                }
                Console.WriteLine(first);
                Console.WriteLine(unchanged);
                points.Add((count, first.Median));
            }
            Console.WriteLine(FormattableString.Invariant($"{engine.Name}: {Slope(points):0.00} ms for each further object"));
        });

    /// <summary>Preview, first and unchanged update, and destroy, of 503 resources: 500 ConfigMaps, their namespace, provider and
    /// stack.</summary>
    public static int OnCluster(string kubeconfig, int runs) =>
        ForEachEngine(engine =>
        {
            Sample[] samples = [.. Phases.Select(phase => new Sample($"{engine.Name}: 503, {phase}"))];
            for (var run = 0; run < runs; run++)
            {
                engine.Begin($"  many:count: \"500\"\n  many:kubeconfig: {Path.GetFullPath(kubeconfig)}\n");
                for (var phase = 0; phase < Phases.Length; phase++)
                {
                    samples[phase].Add(engine.Update(Phases[phase].Split(' ')[^1]));
                }
            }
            foreach (var sample in samples)
            {
                Console.WriteLine(sample);
            }
        });

    private string Name => name;

    private static int ForEachEngine(Action<Objects> measure)
    {
        var work = Directory.CreateTempSubdirectory("bench-");
        try
        {
            var dll = Path.GetFullPath("bench/ManyObjects/bin/Debug/net10.0/ManyObjects.dll");
            File.WriteAllText(
                Path.Combine(work.FullName, "Pulumi.yaml"),
                $"name: many\nruntime:\n  name: dotnet\n  options:\n    binary: {dll}\n"
            );
            measure(new Objects("embedded engine", "dotnet", [Path.GetFullPath("engine/bin/Debug/net10.0/engine.dll")], work.FullName));
            if (!Preview.HasPulumi())
            {
                Console.WriteLine("real CLI: not measured, pulumi is not on PATH");
                return 0;
            }
            measure(new Objects("real CLI", "pulumi", [], work.FullName));
            return 0;
        }
        catch (InvalidOperationException failed)
        {
            Console.Error.WriteLine(failed.Message);
            return 1;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    // Ordinary least squares: what a fixed start costs does not count.
    private static double Slope(List<(int Count, double Milliseconds)> points)
    {
        var (meanCount, meanTime) = (points.Average(p => p.Count), points.Average(p => p.Milliseconds));
        return points.Sum(p => (p.Count - meanCount) * (p.Milliseconds - meanTime)) / points.Sum(p => Math.Pow(p.Count - meanCount, 2));
    }

    private void Begin(string config)
    {
        foreach (var left in (string[])["state", "rendered"])
        {
            if (Directory.Exists(Path.Combine(folder, left)))
            {
                Directory.Delete(Path.Combine(folder, left), recursive: true);
            }
        }
        Directory.CreateDirectory(Path.Combine(folder, "state"));
        File.WriteAllText(Path.Combine(folder, $"Pulumi.{Stack}.yaml"), "config:\n" + config);
        Run([.. unattended, "stack", "init", Stack]);
    }

    private TimeSpan Update(string verb)
    {
        var clock = Stopwatch.StartNew();
        string[] consent = verb == "preview" ? ["--non-interactive"] : ["--yes"];
        string[] only = verb == "preview" || program != "pulumi" ? [] : ["--skip-preview"];
        Run([.. unattended, verb, "-s", Stack, .. consent, .. only]);
        return clock.Elapsed;
    }

    private void Run(string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["PULUMI_BACKEND_URL"] = "file://" + Path.Combine(folder, "state");
        start.Environment["PULUMI_CONFIG_PASSPHRASE"] = "";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{program} {string.Join(' ', arguments)} ended with exit code {process.ExitCode}\n{output.Result}{error}"
                )
            );
        }
    }
}
