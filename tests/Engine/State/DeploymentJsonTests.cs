using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engine.State;
using Engine.Values;

namespace Engine.Tests.State;

/// <summary>States that the real engine wrote are read and written again with nothing lost.</summary>
public sealed class DeploymentJsonTests
{
    public static TheoryData<string> Recorded() =>
        new(Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "State", "Recorded")).Select(f => Path.GetFileName(f)!));

    [Theory]
    [MemberData(nameof(Recorded))]
    public void Nothing_is_lost(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "State", "Recorded", file)));
        var deployment = document.RootElement.TryGetProperty("deployment", out var exported)
            ? exported
            : document.RootElement.GetProperty("checkpoint").GetProperty("latest");

        var snapshot = DeploymentJson.Read(deployment, crypter: null);
        StateRules.Violations(snapshot).ShouldBeEmpty();
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonValues.WriterOptions))
        {
            DeploymentJson.Write(json, snapshot, crypter: null);
        }

        var written = JsonNode.Parse(buffer.WrittenSpan)!;
        Canonical(written).ShouldBe(Canonical(JsonNode.Parse(deployment.GetRawText())!));
    }

    /// <summary>Times are kept to 100 ns, one digit pair less than Go writes; the order of members does not count.</summary>
    private static string Canonical(JsonNode node) =>
        node switch
        {
            JsonObject members => "{"
                + string.Join(
                    ",",
                    members
                        .Where(m => m.Value is not null)
                        .OrderBy(m => m.Key, StringComparer.Ordinal)
                        .Select(m => $"\"{m.Key}\":{Member(m.Key, m.Value!)}")
                )
                + "}",
            JsonArray items => "[" + string.Join(",", items.Select(i => i is null ? "null" : Canonical(i))) + "]",
            _ => node.ToJsonString(),
        };

    private static string Member(string key, JsonNode value) =>
        key is "created" or "modified" or "time" && value.GetValueKind() == JsonValueKind.String
            ? ResourceStateJson.Time(ResourceStateJson.Time(value.GetValue<string>()))!
            : Canonical(value);
}
