namespace EndToEnd.Tests.Rollouts;

/// <summary>The releases in a stack's file, where each workload has one line.</summary>
internal sealed class ReleaseFile(string path)
{
    /// <summary>Rolls a workload out further, or back, as people do: its line becomes another one.</summary>
    public void Write(string workload, string release)
    {
        var lines = File.ReadAllLines(path);
        var line = Array.FindIndex(lines, text => text.TrimStart().StartsWith($"{workload}:", StringComparison.Ordinal));
        line.ShouldBeGreaterThan(-1, $"{path} has no release of {workload}");
        var changed = $"    {workload}: {release}";
        changed.ShouldNotBe(lines[line]);
        lines[line] = changed;
        File.WriteAllLines(path, lines);
    }
}
