namespace Engine.Display;

/// <summary>A changed text of several lines: only the lines that differ, each with its sign.</summary>
internal static class TextDifference
{
    public static void Write(Screen screen, string path, string old, string now)
    {
        screen.Line("      " + path, Tone.Muted);
        var before = old.Split('\n');
        var after = now.Split('\n');
        var start = 0;
        while (start < before.Length && start < after.Length && before[start] == after[start])
        {
            start++;
        }

        var end = 0;
        while (end < before.Length - start && end < after.Length - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        foreach (var line in before[start..(before.Length - end)])
        {
            screen.Line("        - " + line, Tone.Delete);
        }

        foreach (var line in after[start..(after.Length - end)])
        {
            screen.Line("        + " + line, Tone.Create);
        }
    }
}
