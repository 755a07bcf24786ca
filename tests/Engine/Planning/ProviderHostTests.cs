using Engine.Contract;
using Engine.Events;
using Engine.Masking;
using Engine.Planning;
using Engine.State;
using Engine.Tests.Planning.Fakes;

namespace Engine.Tests.Planning;

/// <summary>Waiting for an object is no work: others go on meanwhile, unless the user asked for one at a time.</summary>
public sealed class ProviderHostTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    public async Task While_one_waits_its_place_is_free_unless_there_is_one_place_only(int parallel, int free)
    {
        using var run = Run(parallel);
        var host = new ProviderHost(run);
        await TakeAllAsync(run, parallel);

        await host.WaitAsync(() =>
        {
            run.Throttle.CurrentCount.ShouldBe(free);
            return Task.CompletedTask;
        });

        run.Throttle.CurrentCount.ShouldBe(0, "its place is taken again before the step goes on");
    }

    [Fact]
    public async Task A_wait_that_fails_takes_its_place_again_too()
    {
        using var run = Run(2);
        var host = new ProviderHost(run);
        await TakeAllAsync(run, 2);

        await Should.ThrowAsync<ProviderException>(() => host.WaitAsync(() => throw new ProviderException("it is not ready")));

        run.Throttle.CurrentCount.ShouldBe(0);
    }

    [Fact]
    public async Task What_has_waited_goes_on_only_when_a_place_is_free()
    {
        using var run = Run(2);
        var host = new ProviderHost(run);
        await TakeAllAsync(run, 2);
        var ready = new TaskCompletionSource();

        var waiting = host.WaitAsync(() => ready.Task);
        (await run.Throttle.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeTrue("nobody else can go on meanwhile");
        ready.SetResult();
        await Task.Yield();
        waiting.IsCompleted.ShouldBeFalse("another has its place");

        run.Throttle.Release();
        await waiting.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static UpdateRun Run(int parallel) =>
        new(
            new UpdateOptions
            {
                Kind = UpdateKind.Up,
                Project = FakeProgram.Project,
                Stack = FakeProgram.Stack,
                ProgramDirectory = ".",
                Parallel = parallel,
            },
            Snapshot.Empty,
            journal: null,
            new EventStream(_ => { }, new KnownSecrets()),
            CancellationToken.None
        );

    private static async Task TakeAllAsync(UpdateRun run, int parallel)
    {
        for (var i = 0; i < parallel; i++)
        {
            await run.Throttle.WaitAsync();
        }
    }
}
