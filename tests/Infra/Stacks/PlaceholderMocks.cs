using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Testing;

namespace Infra.Tests.Stacks;

/// <summary>
/// Answers with the name of each output in place of a value: <c>&lt;aws:kms/key:Key platform-prod arn&gt;</c>. What takes it shows from
/// which resource it takes what, also where two have the same value. Kubernetes objects answer with their inputs.
/// </summary>
internal sealed class PlaceholderMocks : IMocks
{
    // Which outputs a type has, text or a list of texts, by the schemas that the packages are generated from.
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<(string Name, bool IsList)>> s_outputs = new[]
    {
        "Aws",
        "Eks",
        "Random",
    }
        .SelectMany(package => Outputs(Repository.PathOf("packages", $"Pulumi.{package}", "schema.json")))
        .ToDictionary();

    private readonly ConcurrentBag<MockResourceArgs> _resources = [];

    public IReadOnlyCollection<MockResourceArgs> Resources => _resources;

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        _resources.Add(args);
        var state = args.Inputs;
        foreach (var (name, isList) in s_outputs.GetValueOrDefault(args.Type!) ?? [])
        {
            state = state.SetItem(name, isList ? ImmutableArray.Create<object>(Placeholder(args, name)) : Placeholder(args, name));
        }

        state = args.Type switch
        {
            "aws:acm/certificate:Certificate" => state.SetItem(
                "domainValidationOptions",
                ImmutableArray.Create<object>(
                    new[] { "resourceRecordName", "resourceRecordType", "resourceRecordValue" }.ToImmutableDictionary(
                        name => name,
                        name => (object)Placeholder(args, $"domainValidationOptions[0].{name}")
                    )
                )
            ),

            // Its reader wants JSON.
            "eks:index:Cluster" => state.SetItem("kubeconfigJson", $$"""{ "of": "{{Placeholder(args, "kubeconfigJson")}}" }"""),
            _ => state,
        };

        return Task.FromResult<(string?, object)>((Placeholder(args, "id"), state));
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);

    private static string Placeholder(MockResourceArgs args, string property) => $"<{args.Type} {args.Name} {property}>";

    private static Dictionary<string, IReadOnlyList<(string Name, bool IsList)>> Outputs(string schema)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(schema));
        return json
            .RootElement.GetProperty("resources")
            .EnumerateObject()
            .ToDictionary(
                resource => resource.Name,
                resource =>
                    (IReadOnlyList<(string Name, bool IsList)>)
                        [
                            .. resource
                                .Value.GetProperty("properties")
                                .EnumerateObject()
                                .Select(property => (property.Name, Type: Text(property.Value)))
                                .Where(property => property.Type is "string" or "string[]")
                                .Select(property => (property.Name, property.Type == "string[]")),
                        ]
            );
    }

    private static string? Text(JsonElement property) =>
        !property.TryGetProperty("type", out var type) ? null
        : type.GetString() == "array" ? $"{Text(property.GetProperty("items"))}[]"
        : type.GetString();
}
