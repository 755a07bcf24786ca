using System.Text.Json;

namespace Engine.Tests.Planning.Recorded;

/// <summary>One update of a scenario that the real engine ran: the program, and what it planned.</summary>
internal sealed record RecordedStep(
    string Step,
    string Verb,
    IReadOnlyList<string> Replace,
    IReadOnlyDictionary<string, RecordedConfig> Config,
    IReadOnlyDictionary<string, JsonElement> Resources,
    IReadOnlyList<PlannedStep> Plan,
    IReadOnlyDictionary<string, int> Summary
)
{
    public static IReadOnlyList<RecordedStep> Of(string scenario) =>
        JsonSerializer.Deserialize<List<RecordedStep>>(
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Planning", "Recorded", "Scenarios", scenario + ".json")),
            JsonSerializerOptions.Web
        )!;
}
