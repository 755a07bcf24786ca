using System.Diagnostics;

namespace EndToEnd.Tests;

/// <summary>The engine and its child are killed (SIGKILL) at moments spread over a first up. The next up ends as if nothing had
/// happened.</summary>
[Collection(CheckoutCollection.Name)]
public sealed class KillStory(Checkout checkout)
{
    private const int Moments = 8;

    [Fact]
    public void An_up_after_a_kill_ends_as_if_nothing_had_happened()
    {
        checkout.Engine("up", "--yes").ShouldSucceed();
        var expected = Names();
        checkout.BuiltEngine(["destroy", "--yes"]).ShouldSucceed();
        var watch = Stopwatch.StartNew();
        checkout.BuiltEngine(["up", "--yes"]).ShouldSucceed();
        var whole = watch.Elapsed;

        for (var moment = 1; moment <= Moments; moment++)
        {
            checkout.BuiltEngine(["destroy", "--yes"]).ShouldSucceed();
            KillAfter(whole * moment / (Moments + 1));

            checkout.BuiltEngine(["up", "--yes"]).ShouldSucceed();
            Names().ShouldBe(expected, $"after a kill at {moment}/{Moments + 1} of an up");
            checkout.BuiltEngine(["up", "--yes", "--expect-no-changes"]).ShouldSucceed();
        }
    }

    private void KillAfter(TimeSpan delay)
    {
        using var engine = new Shell(checkout.Root).Start(checkout.EngineProgram, "up", "--yes");
        Thread.Sleep(delay);
        engine.Kill(entireProcessTree: true);
        engine.WaitForExit();
    }

    private List<string> Names() =>
        [.. Checkout.Snapshot(checkout.Rendered).Keys.Select(StateComparison.Normalised).Order(StringComparer.Ordinal)];
}
