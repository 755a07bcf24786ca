using System.Globalization;
using System.Text.RegularExpressions;
using Engine.Errors;
using Engine.Values;

namespace Engine.Execution;

/// <summary>Reads the errors out of what MSBuild prints.</summary>
internal static partial class CompilerOutput
{
    /// <param name="output">What the build printed.</param>
    /// <param name="root">Files are shown relative to it.</param>
    public static IReadOnlyList<UserError> Errors(string output, string root)
    {
        var errors = new List<UserError>();
        var seen = new HashSet<(string?, string)>();
        foreach (var line in output.Split('\n'))
        {
            var match = Diagnostic().Match(line.TrimEnd('\r'));
            if (match.Success && seen.Add((match.Groups["file"].Value + match.Groups["line"].Value, match.Groups["text"].Value)))
            {
                var at = match.Groups["line"].Success
                    ? new SourceLocation(
                        Relative(match.Groups["file"].Value.Trim(), root),
                        Number(match.Groups["line"]),
                        Number(match.Groups["column"])
                    )
                    : null;
                errors.Add(new UserError($"{match.Groups["code"].Value}: {match.Groups["text"].Value}", at));
            }
        }

        return errors;
    }

    private static string Relative(string file, string root)
    {
        var relative = ShownPath.From(root, file);
        return relative.StartsWith("..", StringComparison.Ordinal) ? file : relative;
    }

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^\s*(?<file>[^(]*?)(\((?<line>\d+)(,(?<column>\d+))?[\d,]*\))?\s*:\s*(?:[\w ]*\s)?"
            + @"error (?<code>[A-Z]+\d+)\s*:\s*(?<text>.*?)(?:\s\[[^\]]*\])?$"
    )]
    private static partial Regex Diagnostic();
}
