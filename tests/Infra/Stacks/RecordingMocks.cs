using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace Infra.Tests.Stacks;

/// <summary>Answers each resource with its inputs, and keeps them. Generated values are their names, so that goldens are stable.</summary>
internal sealed class RecordingMocks : IMocks
{
    private readonly ConcurrentBag<(string Type, string Name, ImmutableDictionary<string, object> Inputs)> _resources = [];

    private readonly ConcurrentDictionary<(string Type, string Name), string> _providers = [];

    public IReadOnlyCollection<(string Type, string Name, ImmutableDictionary<string, object> Inputs)> Resources => _resources;

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        _resources.Add((args.Type!, args.Name!, args.Inputs));
        if (!string.IsNullOrEmpty(args.Provider))
        {
            _providers[(args.Type!, args.Name!)] = args.Provider;
        }

        return Task.FromResult<(string?, object)>(($"{args.Name}-id", Answer(args)));
    }

    /// <summary>The type and name of a resource's provider; null for the default one.</summary>
    public string? ProviderOf(string type, string name)
    {
        if (!_providers.TryGetValue((type, name), out var reference))
        {
            return null;
        }

        // urn:pulumi:stack::project::types::name::id
        var parts = reference.Split("::");
        return $"{parts[2].Split('$')[^1]} {parts[3]}";
    }

    private static ImmutableDictionary<string, object> Answer(MockResourceArgs args) =>
        args.Type switch
        {
            "aws:acm/certificate:Certificate" => args.Inputs.Add(
                "domainValidationOptions",
                ImmutableArray.Create<object>(
                    new Dictionary<string, object>
                    {
                        ["resourceRecordName"] = "_proof",
                        ["resourceRecordType"] = "CNAME",
                        ["resourceRecordValue"] = "_proof.acm",
                    }.ToImmutableDictionary()
                )
            ),
            "eks:index:Cluster" => args.Inputs.Add("kubeconfigJson", "{}"),
            _ when args.Type!.StartsWith("random:", StringComparison.Ordinal) => args.Inputs.Add("result", $"generated {args.Name}"),
            _ => args.Inputs.SetItem("arn", $"arn of {args.Name}"),
        };

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);
}
