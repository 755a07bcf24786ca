using System.Collections.Concurrent;
using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Protocol;
using Pulumirpc;

namespace Bench;

/// <summary>Starts a built program as an engine does, and notes when its calls arrive. The engine here answers at once, so the times are
/// the program's own.</summary>
internal static class Startup
{
    public static async Task<int> RunAsync(string program, int runs)
    {
        var first = new Sample("process start → first call");
        var stack = new Sample("process start → stack registered");
        var processor = new Sample("processor time until stack registered");
        var last = new Sample("process start → all declared");
        var end = new Sample("process start → exit");
        var whole = new Sample("processor time until exit");
        for (var run = -1; run < runs; run++)
        {
            var clock = new Stopwatch();
            var arrivals = new ConcurrentQueue<(string What, TimeSpan When)>();
            Process? started = null;
            var used = TimeSpan.Zero;
            await using var server = Serve(what =>
            {
                arrivals.Enqueue((what, clock.Elapsed));
                if (what == "pulumi:pulumi:Stack" && started is { } child)
                {
                    used = child.TotalProcessorTime;
                }
            });
            await server.StartAsync();
            var before = ProcessorTime.OfChildren();
            clock.Start();
            using var process = Process.Start(Command(program, server.Address))!;
            started = process;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
            {
                Console.Error.WriteLine($"{program} ended with exit code {process.ExitCode}\n{await output}{error}");
                return 1;
            }
            // The first run warms the file cache and is not counted.
            if (run < 0)
            {
                continue;
            }
            end.Add(clock.Elapsed);
            processor.Add(used);
            if (ProcessorTime.OfChildren() - before is { } all)
            {
                whole.Add(all);
            }
            foreach (var (sample, what) in new[] { (first, ""), (stack, "pulumi:pulumi:Stack"), (last, "end") })
            {
                var hit = arrivals.Where(a => what.Length == 0 || a.What == what).Select(a => (TimeSpan?)a.When).FirstOrDefault();
                if (hit is { } when)
                {
                    sample.Add(when);
                }
            }
        }
        foreach (var sample in new[] { first, stack, processor, last, end, whole })
        {
            Console.WriteLine(sample);
        }
        return 0;
    }

    private static GrpcServer Serve(Action<string> seen)
    {
        var server = new GrpcServer();
        server.Handle(ResourceMonitorService.SupportsFeature, (_, _) =>
        {
            seen("feature");
            return Task.FromResult(new SupportsFeatureResponse { HasSupport = true });
        });
        server.Handle(ResourceMonitorService.RegisterResource, (request, _) =>
        {
            seen(request.Type);
            return Task.FromResult(
                new RegisterResourceResponse
                {
                    Urn = $"urn:pulumi:local::infra::{request.Type}::{request.Name}",
                    Id = request.Custom ? "id" : "",
                    Object = request.Object ?? new Struct(),
                }
            );
        });
        server.Handle(ResourceMonitorService.RegisterResourceOutputs, (_, _) => Task.FromResult(new Empty()));
        server.Handle(ResourceMonitorService.SignalAndWaitForShutdown, (_, _) =>
        {
            seen("end");
            return Task.FromResult(new Empty());
        });
        server.Handle(ResourceMonitorService.Invoke, (_, _) => Task.FromResult(new ResourceInvokeResponse { Return = new Struct() }));
        server.Handle(EngineService.Log, (request, _) =>
        {
            if (request.Severity >= LogSeverity.Warning)
            {
                Console.Error.WriteLine(request.Message);
            }
            return Task.FromResult(new Empty());
        });
        return server;
    }

    private static ProcessStartInfo Command(string program, string address)
    {
        var stack = Environment.GetEnvironmentVariable("PULUMI_STACK") ?? "local";
        var config = Environment.GetEnvironmentVariable("PULUMI_CONFIG") ?? StackConfig.Read($"stacks/Pulumi.{stack}.yaml");
        return new ProcessStartInfo("dotnet", [program])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["PULUMI_MONITOR"] = address,
                ["PULUMI_ENGINE"] = address,
                ["PULUMI_PROJECT"] = "infra",
                ["PULUMI_STACK"] = stack,
                ["PULUMI_ROOT_DIRECTORY"] = Environment.CurrentDirectory,
                ["PULUMI_DRY_RUN"] = "true",
                ["PULUMI_QUERY_MODE"] = "false",
                ["PULUMI_PARALLEL"] = "16",
                ["PULUMI_CONFIG"] = config,
            },
        };
    }
}
