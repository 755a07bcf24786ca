using System.Diagnostics;
using Engine.Values;

namespace Engine.Display;

/// <summary>The last line of the terminal: how many steps have ended, and what is under way. Redrawn at most ten times a second.</summary>
internal sealed class TerminalProgressLine : IProgressLine
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(100);

    private readonly Screen _screen;
    private readonly Dictionary<Urn, string> _running = [];
    private readonly Lock _gate = new();
    private readonly Timer _timer;
    private readonly long _begun = Stopwatch.GetTimestamp();
    private int _ended;
    private string _drawn = "";

    public TerminalProgressLine(Screen screen)
    {
        _screen = screen;
        _timer = new Timer(_ => Redraw(), null, s_interval, s_interval);
    }

    public void Begin(Urn urn, string text)
    {
        lock (_gate)
        {
            _running[urn] = text;
        }
    }

    public void End(Urn urn)
    {
        lock (_gate)
        {
            _ended += _running.Remove(urn) ? 1 : 0;
        }
    }

    public void Print(Action print)
    {
        lock (_gate)
        {
            Clear();
            print();
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_gate)
        {
            _running.Clear();
            Clear();
        }
    }

    private void Redraw()
    {
        lock (_gate)
        {
            if (_running.Count == 0)
            {
                return;
            }

            var others = _running.Count > 1 ? $" and {_running.Count - 1} more" : "";
            var text =
                $"  {_ended} done, {Summary.Duration(Stopwatch.GetElapsedTime(_begun))}: "
                + $"{_running.Values.First().ReplaceLineEndings(" ")}{others}";
            text = _screen.Masked(text);
            text = text.Length < _screen.Width ? text : text[..Math.Max(0, _screen.Width - 1)];
            if (text != _drawn)
            {
                Clear();
                _screen.Draw(text);
                _drawn = text;
            }
        }
    }

    private void Clear()
    {
        if (_drawn.Length > 0)
        {
            _screen.Erase(_drawn.Length);
            _drawn = "";
        }
    }
}
