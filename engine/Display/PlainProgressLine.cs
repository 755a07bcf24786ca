using Engine.Values;

namespace Engine.Display;

/// <summary>Where output is no terminal (a CI job), what takes long says every half minute how far it is: silence looks like a
/// hang.</summary>
internal sealed class PlainProgressLine(Screen screen, TimeProvider time) : IProgressLine
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(30);

    private readonly Dictionary<Urn, (long Begun, long Said)> _running = [];
    private readonly Lock _gate = new();

    public void Begin(Urn urn, string text)
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            if (!_running.TryGetValue(urn, out var times))
            {
                _running[urn] = (now, now);
            }
            else if (time.GetElapsedTime(times.Said, now) >= s_interval)
            {
                _running[urn] = (times.Begun, now);
                screen.Line(
                    ("  … ", Tone.Muted),
                    (text, Tone.Plain),
                    ($" ({Summary.Duration(time.GetElapsedTime(times.Begun, now))})", Tone.Muted)
                );
            }
        }
    }

    public void End(Urn urn)
    {
        lock (_gate)
        {
            _running.Remove(urn);
        }
    }

    public void Print(Action print)
    {
        lock (_gate)
        {
            print();
        }
    }

    public void Dispose()
    {
        // Its lines stay.
    }
}
