using Engine.Execution;
using Engine.Tests.Workspace;
using Engine.Workspace;

namespace Engine.Tests.Execution;

public sealed class ProgramOutputTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    // More than a pipe holds: a program that writes it waits for its reader.
    private const string Talkative = "#!/bin/sh\ni=0\nwhile [ $i -lt 20000 ]; do echo line $i; i=$((i+1)); done\n";

    [SkippableFact]
    public async Task A_program_whose_output_cannot_be_taken_is_ended_and_nobody_waits_for_it()
    {
        Skip.If(OperatingSystem.IsWindows(), "the program is a shell script");
        var running = Run(Talkative, _ => throw new InvalidCastException("nobody takes it"));

        var failure = await Should.ThrowAsync<InvalidCastException>(() => running.WaitAsync(TimeSpan.FromSeconds(20)));
        failure.Message.ShouldBe("nobody takes it");
    }

    [SkippableFact]
    public async Task What_a_program_prints_is_taken_line_by_line()
    {
        Skip.If(OperatingSystem.IsWindows(), "the program is a shell script");
        var lines = new System.Collections.Concurrent.ConcurrentQueue<string>();

        (await Run(Talkative, lines.Enqueue).WaitAsync(TimeSpan.FromSeconds(20))).Code.ShouldBe(0);
        lines.Count.ShouldBe(20000);
    }

    public void Dispose() => _project.Dispose();

    private Task<ProgramExit> Run(string script, Action<string> print)
    {
        var file = _project.Write("program", script);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var launch = new ProgramLaunch(_project.Load(), "local", file, new Dictionary<string, ConfigValue>());
        return new ProgramProcess(launch, print).RunAsync(
            new ProgramStart("localhost:1", "localhost:1", Preview: true, Parallel: 1),
            CancellationToken.None
        );
    }
}
