using Engine.Events;
using Engine.Tests.Planning.Fakes;
using Engine.Values;

namespace Engine.Tests.Planning;

/// <summary>The outputs of a stack after an update, and after one that failed.</summary>
public sealed class StackOutputTests
{
    private readonly World _world = new();

    [Fact]
    public async Task An_output_that_the_program_no_longer_gives_is_gone()
    {
        await RunAsync(PropertyMap.Of(("url", "http://a"), ("old", "1")));
        (await RunAsync(PropertyMap.Of(("url", "http://b")))).Outputs.ShouldBe(PropertyMap.Of(("url", "http://b")));
        Stored.ShouldBe(PropertyMap.Of(("url", "http://b")));
    }

    [Fact]
    public async Task After_a_failure_outputs_that_were_not_set_again_stay()
    {
        await RunAsync(PropertyMap.Of(("url", "http://a"), ("old", "1")));

        var failed = new FakeProgram([])
        {
            Then = (session, root) => session.RegisterOutputsAsync(root, PropertyMap.Of(("url", "http://b"), ("new", "2"))),
            ExitCode = 1,
        };
        (await _world.RunAsync(failed, o => o)).Succeeded.ShouldBeFalse();

        Stored.ShouldBe(PropertyMap.Of(("url", "http://b"), ("old", "1"), ("new", "2")));
    }

    [Fact]
    public async Task After_a_failure_before_any_output_all_stay()
    {
        await RunAsync(PropertyMap.Of(("url", "http://a")));
        (await _world.RunAsync(new FakeProgram([]) { ExitCode = 1 }, o => o)).Succeeded.ShouldBeFalse();
        Stored.ShouldBe(PropertyMap.Of(("url", "http://a")));
    }

    [Fact]
    public async Task The_result_tells_outputs_before_and_after()
    {
        await RunAsync(PropertyMap.Of(("url", "http://a")));
        var result = await RunAsync(PropertyMap.Of(("url", "http://b")));
        (result.OldOutputs, result.Outputs).ShouldBe((PropertyMap.Of(("url", "http://a")), PropertyMap.Of(("url", "http://b"))));
    }

    private PropertyMap Stored => _world.State.Resources.Single(r => r.Type == Urn.StackType).Outputs;

    private Task<UpdateResult> RunAsync(PropertyMap outputs) => _world.RunAsync(new FakeProgram([]) { Outputs = outputs }, o => o);
}
