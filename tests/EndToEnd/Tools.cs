namespace EndToEnd.Tests;

/// <summary>The real programs that a test needs. A machine without them skips the test and says which one is missing.</summary>
internal static class Tools
{
    public static void Require(params string[] programs)
    {
        var missing = programs.Where(program => !IsOnPath(program)).ToList();
        Skip.If(missing.Count > 0, $"not on PATH: {string.Join(", ", missing)}");
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program)));
}
