using System.Diagnostics;
using Engine.Backend;
using Engine.Errors;
using Engine.Tests.Workspace;

namespace Engine.Tests.Backend;

/// <summary>A lock is its process's: another process that has the same number by now does not hold it.</summary>
public sealed class StackLockTests : IDisposable
{
    private readonly TemporaryProject _project = new();
    private readonly StackPaths _paths;

    public StackLockTests() => _paths = new StackPaths(new StateFolder(Path.Combine(_project.Directory, ".pulumi")), "demo", "local");

    [Theory]
    [InlineData(-3600, false)]
    [InlineData(-10, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(3600, true)]
    public void A_process_that_started_well_after_the_lock_was_taken_does_not_hold_it(int secondsAfterStart, bool isHeld)
    {
        using var process = Process.GetCurrentProcess();
        var other = Write(
            "other",
            Environment.ProcessId,
            Environment.MachineName,
            process.StartTime.ToUniversalTime().AddSeconds(secondsAfterStart)
        );

        if (isHeld)
        {
            Should
                .Throw<UserErrorException>(() => StackLock.Take(_paths, TimeProvider.System))
                .Errors.Single()
                .Advice[0]
                .ShouldStartWith($"held by u@{Environment.MachineName} (process {Environment.ProcessId}) since ");
        }
        else
        {
            StackLock.Take(_paths, TimeProvider.System).Dispose();
        }

        File.Exists(other).ShouldBe(isHeld);
    }

    [Fact]
    public void A_process_of_another_machine_cannot_be_looked_at_and_holds_its_lock()
    {
        var other = Write("other", int.MaxValue - 7, "elsewhere", DateTime.UtcNow.AddDays(-30));
        Should.Throw<UserErrorException>(() => StackLock.Take(_paths, TimeProvider.System)).Message.ShouldContain("locked by 1 lock(s)");
        File.Exists(other).ShouldBeTrue();
    }

    [Fact]
    public void A_refused_lock_leaves_nothing_of_its_own()
    {
        Write("other", 1, "elsewhere", DateTime.UtcNow);
        Should.Throw<UserErrorException>(() => StackLock.Take(_paths, TimeProvider.System));
        Directory.EnumerateFiles(_paths.Locks).Select(Path.GetFileName).ShouldBe(["other.json"]);
    }

    [Fact]
    public void A_lock_that_cannot_be_read_holds()
    {
        Directory.CreateDirectory(_paths.Locks);
        File.WriteAllText(Path.Combine(_paths.Locks, "torn.json"), "{\"pid\":");
        Should
            .Throw<UserErrorException>(() => StackLock.Take(_paths, TimeProvider.System))
            .Errors.Single()
            .Advice[0]
            .ShouldBe("held by torn.json, which cannot be read");
    }

    public void Dispose() => _project.Dispose();

    private string Write(string name, int pid, string host, DateTime since)
    {
        Directory.CreateDirectory(_paths.Locks);
        var path = Path.Combine(_paths.Locks, name + ".json");
        File.WriteAllText(path, $$"""{"pid":{{pid}},"username":"u","hostname":"{{host}}","timestamp":"{{since:O}}"}""");
        return path;
    }
}
