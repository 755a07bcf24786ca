using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Protocol;
using Pulumirpc;

// A Pulumi program without an SDK: it registers what program.json in its directory says.
// In a text, ${key} is a value of the configuration; a text that holds a secret one is secret.
var plan = JsonNode.Parse(File.ReadAllText("program.json"))!;
var config = JsonNode.Parse(Environment.GetEnvironmentVariable("PULUMI_CONFIG") ?? "{}") as JsonObject ?? [];
var secrets = JsonNode
    .Parse(Environment.GetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS") ?? "[]")!
    .AsArray()
    .Select(k => (string)k!)
    .ToHashSet();
var (project, stack) = (Environment.GetEnvironmentVariable("PULUMI_PROJECT")!, Environment.GetEnvironmentVariable("PULUMI_STACK")!);
using var monitor = new PeerChannel(Environment.GetEnvironmentVariable("PULUMI_MONITOR")!);
using var engine = new PeerChannel(Environment.GetEnvironmentVariable("PULUMI_ENGINE")!);

var root = await monitor.CallAsync(
    ResourceMonitorService.RegisterResource,
    new RegisterResourceRequest
    {
        Type = "pulumi:pulumi:Stack",
        Name = $"{project}-{stack}",
        Object = new Struct(),
    }
);
if ((string?)plan["print"] is { } text)
{
    Console.WriteLine(text);
}

if ((string?)plan["fail"] is { } failure)
{
    await engine.CallAsync(
        EngineService.Log,
        new LogRequest
        {
            Severity = LogSeverity.Error,
            Message = failure,
            Urn = root.Urn,
        }
    );
    return 32;
}

var providers = new Dictionary<string, string>();
foreach (var resource in plan["resources"]?.AsArray() ?? [])
{
    var type = (string)resource!["type"]!;
    var request = new RegisterResourceRequest
    {
        Type = type,
        Name = (string)resource["name"]!,
        Parent = root.Urn,
        Custom = true,
        Object = Value(resource["inputs"] ?? new JsonObject()).StructValue,
        AcceptSecrets = true,
        AcceptResources = true,
        Provider = providers.GetValueOrDefault(type.Split(':')[0], ""),
    };
    var answer = await monitor.CallAsync(ResourceMonitorService.RegisterResource, request);
    if (type.StartsWith("pulumi:providers:", StringComparison.Ordinal))
    {
        providers[type.Split(':')[2]] = $"{answer.Urn}::{(answer.Id.Length > 0 ? answer.Id : WireSignatures.Unknown)}";
    }
}

await monitor.CallAsync(
    ResourceMonitorService.RegisterResourceOutputs,
    new RegisterResourceOutputsRequest { Urn = root.Urn, Outputs = Value(plan["outputs"] ?? new JsonObject()).StructValue }
);
await monitor.CallAsync(ResourceMonitorService.SignalAndWaitForShutdown, new Empty());
return 0;

Value Value(JsonNode? node)
{
    switch (node)
    {
        case JsonObject members:
            var map = new Struct();
            foreach (var (key, member) in members)
            {
                map.Fields[key] = Value(member);
            }

            return new Value { StructValue = map };
        case JsonArray items:
            return new Value { ListValue = new ListValue { Values = { items.Select(Value) } } };
        case JsonValue scalar when scalar.TryGetValue<string>(out var value):
            var used = config.Where(c => value.Contains($"${{{c.Key}}}", StringComparison.Ordinal)).ToList();
            var filled = new Value
            {
                StringValue = used.Aggregate(value, (t, c) => t.Replace($"${{{c.Key}}}", (string)c.Value!, StringComparison.Ordinal)),
            };
            return !used.Any(c => secrets.Contains(c.Key))
                ? filled
                : new Value
                {
                    StructValue = new Struct
                    {
                        Fields =
                        {
                            [WireSignatures.Key] = new Value { StringValue = WireSignatures.Secret },
                            ["value"] = filled,
                        },
                    },
                };
        default:
            return JsonParser.Default.Parse<Value>(node?.ToJsonString() ?? "null");
    }
}
