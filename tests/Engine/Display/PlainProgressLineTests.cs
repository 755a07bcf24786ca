using Engine.Contract;
using Engine.Display;
using Engine.Events;
using Engine.Masking;
using Engine.Values;

namespace Engine.Tests.Display;

public sealed class PlainProgressLineTests
{
    private static readonly Urn Orders = Urn.Create("dev", "p", null, "kubernetes:apps/v1:Deployment", "orders");

    [Fact]
    public void A_long_wait_says_how_far_it_is_every_half_minute()
    {
        var (clock, text) = (new SteppingClock(), new StringWriter { NewLine = "\n" });
        using var progress = new PlainProgressLine(new Screen(text, new KnownSecrets()), clock);
        var report = new UpdateReport(new Screen(text, new KnownSecrets()), preview: false, progress);
        report.Handle(new StepStarted(new StepDescription(StepOp.Create, Orders, Orders.Type, null, null)));

        for (var second = 1; second <= 65; second++)
        {
            clock.Now += TimeSpan.FromSeconds(1);
            report.Handle(new Diagnostic(Severity.Info, $"{second} of 90 pods ready", Orders, 0, IsEphemeral: true));
        }

        text.ToString()
            .ShouldBe("  … Deployment orders: 30 of 90 pods ready (30.0 s)\n  … Deployment orders: 60 of 90 pods ready (1 min 0 s)\n");
    }

    private sealed class SteppingClock : TimeProvider
    {
        public TimeSpan Now { get; set; } = TimeSpan.FromHours(1);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
