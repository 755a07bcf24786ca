using System.Text.RegularExpressions;

namespace Packages.Tests.RepoRules;

/// <summary>Rules of the house that a reviewer would otherwise have to look for.</summary>
public sealed partial class SourceRuleTests
{
    private static IEnumerable<string> Sources => Repository.Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal));

    [Fact]
    public void No_source_file_is_longer_than_300_lines() =>
        Sources
            .Select(file => (file, lines: Repository.Read(file).Count(c => c == '\n')))
            .Where(entry => entry.lines > 300)
            .Select(entry => $"{entry.file}: {entry.lines} lines")
            .ShouldBeEmpty();

    // Text between raw quotes is data: a table of API answers, or a document as it is written elsewhere.
    [Fact]
    public void No_line_of_code_is_wider_than_140_characters()
    {
        var wide = new List<string>();
        foreach (var file in Sources.Where(file => !file.StartsWith("tests/Packages/Bindings/Goldens/", StringComparison.Ordinal)))
        {
            var raw = false;
            foreach (var (line, index) in Repository.Read(file).Split('\n').Select((line, index) => (line, index)))
            {
                var quotes = RawQuotes().Count(line);
                if (line.Length > 140 && !raw && quotes == 0)
                {
                    wide.Add($"{file}:{index + 1}: {line.Length} characters");
                }

                raw ^= quotes % 2 == 1;
            }
        }

        wide.ShouldBeEmpty();
    }

    [Fact]
    public void No_file_is_left_half_merged() => Matches(Repository.Files.Where(Repository.IsText), ConflictMark()).ShouldBeEmpty();

    [Fact]
    public void No_file_is_left_unfinished() =>
        Matches(
                Repository.Files.Where(file =>
                    file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".md", StringComparison.Ordinal)
                ),
                Unfinished()
            )
            .ShouldBeEmpty();

    [Fact]
    public void No_stack_is_treated_differently_by_its_name() =>
        Matches(
                Sources.Where(file =>
                    file.StartsWith("infra/", StringComparison.Ordinal) || file.StartsWith("components/", StringComparison.Ordinal)
                ),
                StackNameDecision()
            )
            .ShouldBeEmpty();

    // Folders of goldens are named after the namespaces that they show, which are the workloads' own words.
    [Fact]
    public void No_file_or_folder_has_a_name_that_says_nothing() =>
        Repository.Files.Where(file => !file.Contains("/Goldens/", StringComparison.Ordinal) && EmptyName().IsMatch(file)).ShouldBeEmpty();

    [Fact]
    public void No_plain_secret_is_checked_in() =>
        Matches(
                Repository.Files.Where(file =>
                    Repository.IsText(file)
                    && !file.StartsWith("tests/", StringComparison.Ordinal)
                    && !file.EndsWith("schema.json", StringComparison.Ordinal)
                ),
                PlainSecret()
            )
            .ShouldBeEmpty();

    [Fact]
    public void No_stack_file_holds_a_ciphertext_that_only_its_author_can_read() =>
        Repository
            .Files.Where(file =>
                file.StartsWith("stacks/Pulumi.", StringComparison.Ordinal)
                && Repository.Read(file).Contains("secure:", StringComparison.Ordinal)
            )
            .ShouldBeEmpty();

    [Fact]
    public void No_file_that_users_edit_exceeds_a_mebibyte() =>
        Repository
            .Files.Where(file =>
                !file.EndsWith("schema.json", StringComparison.Ordinal)
                && new FileInfo(Path.Combine(Repository.Root, file)).Length > 1 << 20
            )
            .ShouldBeEmpty();

    private static List<string> Matches(IEnumerable<string> files, Regex pattern)
    {
        var found = new List<string>();
        foreach (var file in files.Where(file => !file.StartsWith("tests/Packages/RepoRules/", StringComparison.Ordinal)))
        {
            var lines = Repository.Read(file).Split('\n');
            found.AddRange(
                lines
                    .Select((line, index) => (line, index))
                    .Where(entry => pattern.IsMatch(entry.line))
                    .Select(entry => $"{file}:{entry.index + 1}: {entry.line.Trim()}")
            );
        }

        return found;
    }

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX|NotImplementedException)\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(
        """(?i)(stack|environment)(name)?\s*(==|is|!=)\s*"|case\s+"(dev|staging|prod|local)"|"(dev|staging|prod|local)"\s*=>"""
    )]
    private static partial Regex StackNameDecision();

    [GeneratedRegex(@"(?i)(^|/)(helpers?|utils?|common|misc|manager|info)(/|\.cs$)")]
    private static partial Regex EmptyName();

    [GeneratedRegex("^(<{7}|>{7}) ")]
    private static partial Regex ConflictMark();

    [GeneratedRegex("\"{3,}")]
    private static partial Regex RawQuotes();

    [GeneratedRegex(@"AKIA[0-9A-Z]{16}|-----BEGIN [A-Z ]*PRIVATE KEY-----|(?i)aws_secret_access_key\s*[=:]\s*\S{20}")]
    private static partial Regex PlainSecret();
}
