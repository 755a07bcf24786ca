namespace Infra.Tests.Stacks;

/// <summary>
/// What is registered for every stack, as files to review: each object, the inputs of every other resource, the options of all (outputs of
/// other resources by their names, secrets masked). To take changes over: UPDATE_GOLDENS=1 dotnet test tests/Infra; then read the diff.
/// </summary>
public sealed class GoldenTests
{
    private static readonly bool s_update = Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1";

    public static TheoryData<string> Stacks =>
        [
            .. Directory
                .EnumerateFiles(Repository.PathOf("stacks"), "Pulumi.*.yaml")
                .Select(file => Path.GetFileName(file).Split('.')[1])
                .Order(StringComparer.Ordinal),
        ];

    [Fact]
    public void Goldens_are_not_rewritten_where_nobody_reviews_them() =>
        (s_update && Environment.GetEnvironmentVariable("CI") == "true").ShouldBeFalse("UPDATE_GOLDENS is for workstations");

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Objects_inputs_options_and_urns_are_those_of_the_goldens(string stack) =>
        Compare(stack, await RenderAsync(stack, StackText.Of(stack)));

    [Fact]
    public async Task With_node_groups_what_differs_from_automatic_compute_is_that_of_the_goldens()
    {
        var auto = await RenderAsync("prod", StackText.Of("prod"));
        var groups = await RenderAsync("prod", StackText.Of("prod").WithNodeGroups());

        // What is not there any more is missing in urns.txt.
        Compare("prod-node-groups", groups.Except(auto).ToDictionary());
    }

    private static async Task<Dictionary<string, string>> RenderAsync(string stack, string settings)
    {
        var run = await StackRun.OfAsync(stack, settings);
        var registrations = await StackRegistrations.OfAsync(stack, settings);
        var rendered = run.Objects.ToDictionary(rendered => rendered.Path, rendered => rendered.ToYaml());
        rendered.Add("urns.txt", string.Join('\n', run.Urns) + "\n");
        foreach (var (path, text) in registrations.Files)
        {
            rendered.Add(path, text);
        }

        return rendered;
    }

    private static void Compare(string name, Dictionary<string, string> rendered)
    {
        var folder = Repository.PathOf("tests", "Infra", "Goldens", name);
        if (s_update && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Rewrite(folder, rendered);
        }

        var goldens = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText);
        var changes = Changes(goldens, rendered).ToList();
        changes.ShouldBeEmpty(
            $"""
            {name}: {changes.Count} of {rendered.Count} files are not those of tests/Infra/Goldens/{name}/.
            If that is what you meant: UPDATE_GOLDENS=1 dotnet test tests/Infra, then read git diff, and commit it with your change.
            """
        );
    }

    // With the first line that differs: the rest is in git's diff.
    private static IEnumerable<string> Changes(Dictionary<string, string> goldens, Dictionary<string, string> rendered)
    {
        foreach (var path in goldens.Keys.Union(rendered.Keys).Order(StringComparer.Ordinal))
        {
            var (before, now) = (goldens.GetValueOrDefault(path), rendered.GetValueOrDefault(path));
            if (before is null || now is null)
            {
                yield return before is null ? $"+ {path}" : $"- {path}";
            }
            else if (before != now)
            {
                var (old, changed) = before
                    .Split('\n')
                    .Zip(now.Split('\n'), ValueTuple.Create)
                    .FirstOrDefault(lines => lines.Item1 != lines.Item2, ("(shorter)", "(longer)"));
                yield return $"~ {path}: {old.Trim()} -> {changed.Trim()}";
            }
        }
    }

    private static void Rewrite(string folder, IReadOnlyDictionary<string, string> files)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var (path, text) in files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }
}
