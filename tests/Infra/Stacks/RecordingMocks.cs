using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace Infra.Tests.Stacks;

/// <summary>Answers each resource with its inputs, and keeps them. Generated values are their names, so that goldens are stable.</summary>
internal sealed class RecordingMocks : IMocks
{
    private readonly ConcurrentBag<(string Type, string Name, ImmutableDictionary<string, object> Inputs)> _resources = [];

    public IReadOnlyCollection<(string Type, string Name, ImmutableDictionary<string, object> Inputs)> Resources => _resources;

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        _resources.Add((args.Type!, args.Name!, args.Inputs));
        return Task.FromResult<(string?, object)>(($"{args.Name}-id", Answer(args)));
    }

    private static ImmutableDictionary<string, object> Answer(MockResourceArgs args) => args.Type switch
    {
        "aws:acm/certificate:Certificate" => args.Inputs.Add("domainValidationOptions", ImmutableArray.Create<object>(
            new Dictionary<string, object> { ["resourceRecordName"] = "_proof", ["resourceRecordType"] = "CNAME", ["resourceRecordValue"] = "_proof.acm" }.ToImmutableDictionary())),
        "eks:index:Cluster" => args.Inputs.Add("kubeconfigJson", "{}"),
        _ when args.Type!.StartsWith("random:", StringComparison.Ordinal) => args.Inputs.Add("result", $"generated {args.Name}"),
        _ => args.Inputs.SetItem("arn", $"arn of {args.Name}"),
    };

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);
}
