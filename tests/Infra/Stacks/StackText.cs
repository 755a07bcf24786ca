namespace Infra.Tests.Stacks;

/// <summary>The text of a stack's file, and edits of single lines as people make them.</summary>
internal static class StackText
{
    private const string Auto = "compute: { mode: auto, capacity: [onDemand], maxCpus: 400 }";
    private const string Groups = "compute: { mode: nodeGroups, groups: { general: { instanceTypes: [m7i.large], min: 3, max: 9 } } }";

    public static string Of(string stack) => File.ReadAllText(Repository.PathOf("stacks", $"Pulumi.{stack}.yaml"));

    /// <summary>The text with node groups in place of automatic compute.</summary>
    public static string WithNodeGroups(this string text)
    {
        text.ShouldContain(Auto);
        return text.Replace(Auto, Groups, StringComparison.Ordinal);
    }

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
