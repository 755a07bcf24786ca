using System.Collections;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Components.Targets;
using Components.Values;
using Pulumi;
using Pulumi.Testing;

namespace Components.Tests.Workloads;

/// <summary>What a few lines of a program declare, on mocks: the inputs of each resource, as JSON.</summary>
internal sealed class Declared : IMocks
{
    private readonly ConcurrentDictionary<string, JsonNode> _resources = new();

    public IEnumerable<string> Names => _resources.Keys.Order(StringComparer.Ordinal);

    /// <summary>The resource of this kind and name, such as <c>Deployment shop/orders</c>.</summary>
    public JsonNode this[string name] =>
        _resources.TryGetValue(name, out var inputs)
            ? inputs
            : throw new KeyNotFoundException($"{name} is not among {string.Join(", ", Names)}");

    public static async Task<Declared> ByAsync(Action<AppNamespace> program, LoadBalancing? loadBalancing = null)
    {
        var mocks = new Declared();
        await Deployment.TestAsync(
            mocks,
            new TestOptions
            {
                IsPreview = false,
                ProjectName = "test",
                StackName = "test",
            },
            () =>
            {
                var provider = new Pulumi.Kubernetes.Provider("test", new() { RenderYamlToDirectory = "nowhere" });
                program(
                    new AppNamespace(
                        "shop",
                        new()
                        {
                            Target = new ClusterTarget(provider, loadBalancing ?? LoadBalancing.Controller, Ipv4Cidr.Parse("10.0.0.0/16")),
                        }
                    )
                );
            }
        );
        return mocks;
    }

    /// <summary>The text at a path such as <c>spec.template.spec.containers.0.image</c>; null where there is nothing.</summary>
    public string? At(string name, string path) =>
        path.Split('.')
            .Aggregate((JsonNode?)this[name], (node, step) => node switch
                {
                    JsonObject map => map[step.Replace('|', '.')],
                    JsonArray list => int.Parse(step, System.Globalization.CultureInfo.InvariantCulture) is var i && i < list.Count
                        ? list[i]
                        : null,
                    _ => null,
                })
            ?.ToString();

    Task<(string? id, object state)> IMocks.NewResourceAsync(MockResourceArgs args)
    {
        _resources[$"{args.Type!.Split(':')[^1]} {args.Name}"] = JsonSerializer.SerializeToNode(Plain(args.Inputs))!;
        var state = args.Type.StartsWith("random:", StringComparison.Ordinal) ? args.Inputs.Add("result", "generated") : args.Inputs;
        return Task.FromResult<(string?, object)>((args.Name, state));
    }

    Task<object> IMocks.CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);

    private static object? Plain(object? value) =>
        value switch
        {
            string or bool or double or null => value,
            IDictionary<string, object> map => map.ToDictionary(entry => entry.Key, entry => Plain(entry.Value)),
            IEnumerable list => list.Cast<object?>().Select(Plain).ToList(),
            _ => value.ToString(),
        };
}
