using System.Text.Json.Nodes;
using Components.Values;
using Infra.Tests.Stacks;

namespace Infra.Tests.Settings;

/// <summary>A place in the settings, and what the reader says about values put there.</summary>
/// <param name="Steps">The way to it: keys, and 0 for the first item of a list.</param>
/// <param name="Beside">Values that must stand beside a key on the way, such as the mode that allows it: by the length of the way to their
/// map.</param>
internal sealed record SettingsProbe(IReadOnlyList<object> Steps, IReadOnlyList<(int Depth, string Key, string Value)> Beside)
{
    public static SettingsProbe Root { get; } = new([], []);

    /// <summary>As in messages, such as <c>platform:cluster.addOns[0]</c>.</summary>
    public string Path =>
        string.Concat(
            Steps.Select(
                (step, i) =>
                    step is int index ? $"[{index}]"
                    : i == 0 ? $"{step}"
                    : $".{step}"
            )
        );

    public SettingsProbe Then(object step) => this with { Steps = [.. Steps, step] };

    public SettingsProbe With(string key, string value) => this with { Beside = [.. Beside, (Steps.Count, key, value)] };

    /// <summary>What is said about a value at this place, and not about others.</summary>
    public IReadOnlyList<Problem> Try(JsonNode? value)
    {
        var config = new JsonObject { ["config"] = Wrap(value, 0) };
        try
        {
            StackSettings.Read(StackFileSource.Document("test", config.ToJsonString()));
            return [];
        }
        catch (ProblemsException problems)
        {
            return Steps.Count == 0
                ? problems.Problems
                : [.. problems.Problems.Where(problem => problem.Summary.StartsWith($"{Path}: ", StringComparison.Ordinal))];
        }
    }

    private JsonNode? Wrap(JsonNode? value, int depth)
    {
        var node =
            depth == Steps.Count ? value
            : Steps[depth] is string key ? new JsonObject { [key] = Wrap(value, depth + 1) }
            : new JsonArray(Wrap(value, depth + 1));
        foreach (var (_, sibling, text) in Beside.Where(beside => beside.Depth == depth))
        {
            if (node is JsonObject map)
            {
                map[sibling] = text;
            }
        }

        return node;
    }
}
