namespace Infra.Tests.Stacks;

/// <summary>The text of a stack's file, and edits of single lines as people make them.</summary>
internal static class StackText
{
    public static string Of(string stack) => File.ReadAllText(Repository.PathOf("stacks", $"Pulumi.{stack}.yaml"));

    /// <summary>Replaces the release of a workload: one line of the file.</summary>
    public static string WithRelease(this string text, string workload, string release)
    {
        var lines = text.Split('\n');
        var index = Array.FindIndex(lines, line => line.TrimStart().StartsWith($"{workload}:", StringComparison.Ordinal));
        index.ShouldBeGreaterThan(0, $"no line for {workload}");
        lines[index] = $"    {workload}: {{ {release} }}";
        return string.Join('\n', lines);
    }
}
