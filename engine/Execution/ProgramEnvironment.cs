using System.Buffers;
using System.Text;
using System.Text.Json;
using Engine.Values;

namespace Engine.Execution;

/// <summary>The environment that a Pulumi program is started with.</summary>
internal static class ProgramEnvironment
{
    /// <summary>Variables with an empty value are left out, as the Pulumi CLI does.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Variables(ProgramLaunch run, ProgramStart start)
    {
        return new Dictionary<string, string>
        {
            ["PULUMI_MONITOR"] = start.MonitorAddress,
            ["PULUMI_ENGINE"] = start.EngineAddress,
            ["PULUMI_PROJECT"] = run.Project.Name,
            ["PULUMI_STACK"] = run.Stack,
            ["PULUMI_ORGANIZATION"] = "organization",
            ["PULUMI_ROOT_DIRECTORY"] = run.Project.Directory,
            ["PULUMI_PWD"] = run.Project.ProgramDirectory,
            ["PULUMI_DRY_RUN"] = start.Preview ? "true" : "false",
            ["PULUMI_QUERY_MODE"] = "false",
            ["PULUMI_PARALLEL"] = start.Parallel.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["PULUMI_CONFIG"] = Json(json =>
            {
                json.WriteStartObject();
                foreach (var (key, value) in run.Config.OrderBy(c => c.Key, StringComparer.Ordinal))
                {
                    json.WriteString(key, value.Text);
                }

                json.WriteEndObject();
            }),
            ["PULUMI_CONFIG_SECRET_KEYS"] = Json(json =>
            {
                json.WriteStartArray();
                foreach (var key in run.Config.Where(c => c.Value.IsSecret).Select(c => c.Key).Order(StringComparer.Ordinal))
                {
                    json.WriteStringValue(key);
                }

                json.WriteEndArray();
            }),
        }.Where(v => v.Value.Length > 0);
    }

    private static string Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonValues.WriterOptions))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
