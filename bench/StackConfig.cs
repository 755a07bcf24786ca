using System.Text.Json;
using YamlDotNet.Serialization;

namespace Bench;

/// <summary>A stack's settings in the form that engines hand to programs: a JSON object of texts, lists and maps as JSON inside. Secrets
/// are not read.</summary>
internal static class StackConfig
{
    public static string Read(string file)
    {
        if (!File.Exists(file))
        {
            return "{}";
        }
        var yaml = new DeserializerBuilder()
            .WithAttemptingUnquotedStringTypeDeserialization()
            .Build()
            .Deserialize<Dictionary<string, object>>(File.ReadAllText(file));
        var json = new SerializerBuilder().JsonCompatible().Build();
        var config =
            yaml.TryGetValue("config", out var entries) && entries is IDictionary<object, object> map
                ? map
                : new Dictionary<object, object>();
        return JsonSerializer.Serialize(
            config.ToDictionary(entry => (string)entry.Key, entry => entry.Value as string ?? json.Serialize(entry.Value).TrimEnd())
        );
    }
}
