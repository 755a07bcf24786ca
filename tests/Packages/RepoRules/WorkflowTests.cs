using System.Text.RegularExpressions;
using YamlDotNet.Serialization;

namespace Packages.Tests.RepoRules;

/// <summary>What a workflow may do is written in it: which code it runs, with which rights, for how long.</summary>
public sealed partial class WorkflowTests
{
    private const string Folder = ".github/workflows/";

    private static IReadOnlyList<string> Workflows { get; } =
    [.. Repository.Files.Where(file => file.StartsWith(Folder, StringComparison.Ordinal) && Path.GetExtension(file) is ".yml" or ".yaml")];

    [Fact]
    public void There_are_workflows() => Workflows.Count.ShouldBeGreaterThan(3);

    // A tag can be moved to other code; a commit cannot. The comment is for people, and for what proposes updates.
    [Fact]
    public void Every_action_is_pinned_to_a_commit_with_its_version_beside_it()
    {
        var wrong = new List<string>();
        foreach (var file in Workflows)
        {
            var lines = Repository.Read(file).Split('\n').Select(line => line.Trim()).Where(line => Action().IsMatch(line)).ToList();
            lines.Count.ShouldBe(Uses(Load(file)).Count(action => !action.StartsWith("./", StringComparison.Ordinal)), file);
            wrong.AddRange(
                lines
                    .Where(line => !Pinned().IsMatch(line))
                    .Select(line => $"{file}: {line}; expected: uses: owner/action@<40 hexadecimal digits> # v1.2.3")
            );
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void One_action_has_one_commit_everywhere() =>
        Workflows
            .SelectMany(file => Uses(Load(file)))
            .Where(action => action.Contains('@', StringComparison.Ordinal))
            .Distinct()
            .GroupBy(action => action.Split('@')[0])
            .Where(commits => commits.Count() > 1)
            .Select(commits => $"{commits.Key}: {string.Join(", ", commits)}")
            .ShouldBeEmpty();

    [Fact]
    public void Every_job_says_its_rights_and_a_workflow_gives_none_of_its_own()
    {
        var wrong = new List<string>();
        foreach (var file in Workflows)
        {
            var workflow = Load(file);
            if (workflow.GetValueOrDefault("permissions") is not Dictionary<object, object> { Count: 0 })
            {
                wrong.Add($"{file}: expected at the top: permissions: {{}}");
            }

            wrong.AddRange(
                Jobs(workflow)
                    .Where(job => job.Value.GetValueOrDefault("permissions") is not Dictionary<object, object> { Count: > 0 })
                    .Select(job => $"{file}: job {job.Key} has no permissions of its own")
            );
        }

        wrong.ShouldBeEmpty();
    }

    // A job that calls a workflow takes the limits of the jobs in there; GitHub refuses one of its own.
    [Fact]
    public void Every_job_that_runs_steps_has_a_time_limit() =>
        Workflows
            .SelectMany(file => Jobs(Load(file)).Select(job => (file, name: job.Key, job: job.Value)))
            .Where(entry => entry.job.ContainsKey("uses") == entry.job.ContainsKey("timeout-minutes"))
            .Select(entry => $"{entry.file}: job {entry.name}; expected: timeout-minutes")
            .ShouldBeEmpty();

    private static Dictionary<object, object> Load(string file) =>
        new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(Repository.Read(file));

    private static Dictionary<string, Dictionary<object, object>> Jobs(Dictionary<object, object> workflow) =>
        ((Dictionary<object, object>)workflow["jobs"]).ToDictionary(job => (string)job.Key, job => (Dictionary<object, object>)job.Value);

    private static IEnumerable<string> Uses(Dictionary<object, object> workflow) =>
        Jobs(workflow)
            .Values.SelectMany(job =>
                ((IEnumerable<object>?)job.GetValueOrDefault("steps") ?? []).Cast<Dictionary<object, object>>().Append(job)
            )
            .Select(step => (string?)step.GetValueOrDefault("uses"))
            .OfType<string>();

    [GeneratedRegex(@"^(- )?uses:(?! \./)")]
    private static partial Regex Action();

    [GeneratedRegex(@"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Pinned();
}
