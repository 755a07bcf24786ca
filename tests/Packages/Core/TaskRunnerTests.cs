using Pulumi;

namespace Packages.Tests.Core;

public sealed class TaskRunnerTests
{
    [Fact]
    public async Task Work_that_ends_before_the_program_does_is_not_the_end()
    {
        var runner = new TaskRunner();
        var program = new TaskCompletionSource();
        var early = new TaskCompletionSource();
        runner.Track(early.Task);
        early.SetResult();
        await Task.Delay(20);

        var idle = runner.WhenIdleAsync(program.Task);
        await Task.Delay(20);
        idle.IsCompleted.ShouldBeFalse();

        program.SetResult();
        (await idle).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_failure_ends_the_wait()
    {
        var runner = new TaskRunner();
        var idle = runner.WhenIdleAsync(new TaskCompletionSource().Task);
        var failure = new InvalidOperationException("no");

        runner.Track(Task.FromException(failure));

        (await idle).ShouldBe([failure]);
    }
}
