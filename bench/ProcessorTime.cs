using System.Globalization;

namespace Bench;

/// <summary>Processor time of all ended children and their children: unlike the clock, other work on the machine hardly changes it. Linux
/// only.</summary>
internal static class ProcessorTime
{
    private const int TicksPerSecond = 100;

    public static TimeSpan? OfChildren()
    {
        const string Stat = "/proc/self/stat";
        if (!File.Exists(Stat))
        {
            return null;
        }
        // The name, in parentheses, may hold spaces; children's user and system ticks are fields 16 and 17.
        var text = File.ReadAllText(Stat);
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture);
        return TimeSpan.FromSeconds((double)ticks / TicksPerSecond);
    }
}
