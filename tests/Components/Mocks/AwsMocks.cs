using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace Components.Tests.Mocks;

/// <summary>Answers resources of AWS with their inputs and what AWS would add, and keeps what was asked for.</summary>
internal sealed class AwsMocks : IMocks
{
    private readonly ConcurrentDictionary<(string Type, string Name), ImmutableDictionary<string, object>> _seen = new();

    public static async Task<AwsMocks> RunAsync(Action program)
    {
        var mocks = new AwsMocks();
        await Deployment.TestAsync(mocks, new TestOptions { IsPreview = false }, program);
        return mocks;
    }

    public IReadOnlyList<string> Names(string type) =>
        [.. _seen.Keys.Where(key => key.Type == type).Select(key => key.Name).Order(StringComparer.Ordinal)];

    public ImmutableDictionary<string, object> Inputs(string type, string name) => _seen[(type, name)];

    /// <summary>The inputs of the only resource of a type.</summary>
    public ImmutableDictionary<string, object> Only(string type) => _seen.Single(entry => entry.Key.Type == type).Value;

    /// <summary>Every text in the inputs of all resources.</summary>
    public IEnumerable<string> Texts => _seen.Values.SelectMany(TextsIn);

    /// <summary>The inputs of all resources, as lines in an order that is always the same. What is random is left out.</summary>
    public string Everything =>
        string.Join(
            '\n',
            _seen.SelectMany(entry => Lines($"{entry.Key.Type} {entry.Key.Name}", entry.Value)).Order(StringComparer.Ordinal)
        );

    public object? At(string type, string name, params object[] path) =>
        path.Aggregate((object?)Inputs(type, name), (node, step) => (node, step) switch
            {
                (ImmutableDictionary<string, object> map, string key) => map.GetValueOrDefault(key),
                (ImmutableArray<object> list, int index) => list[index],
                _ => null,
            });

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        _seen[(args.Type!, args.Name!)] = args.Inputs;
        var state = args.Type switch
        {
            "aws:acm/certificate:Certificate" => args.Inputs.Add(
                "domainValidationOptions",
                ImmutableArray.Create<object>(
                    new Dictionary<string, object>
                    {
                        ["resourceRecordName"] = "_proof.example.com",
                        ["resourceRecordType"] = "CNAME",
                        ["resourceRecordValue"] = "_value.acm",
                    }.ToImmutableDictionary()
                )
            ),
            "aws:eks/podIdentityAssociation:PodIdentityAssociation" => args.Inputs.SetItem(
                "serviceAccount",
                $"{args.Inputs["serviceAccount"]}, bound"
            ),
            "eks:index:Cluster" => args.Inputs.Add("kubeconfigJson", "{}"),
            "aws:route53/zone:Zone" => args.Inputs.Add("zoneId", "Z-made").Add("nameServers", ImmutableArray.Create<object>("ns1", "ns2")),
            "random:index/randomPassword:RandomPassword" => args.Inputs.Add("result", "generated"),
            _ => args.Inputs.SetItem("arn", $"arn:{args.Name}"),
        };
        return Task.FromResult<(string?, object)>(($"{args.Name}-id", state));
    }

    public Task<object> CallAsync(MockCallArgs args) =>
        Task.FromResult<object>(
            args.Token == "aws:eks/getAddonVersion:getAddonVersion"
                ? args.Args.Add("version", $"{args.Args["addonName"]} for {args.Args["kubernetesVersion"]}")
                : args.Args
        );

    private static IEnumerable<string> Lines(string path, object value) =>
        value switch
        {
            ImmutableDictionary<string, object> map => map.SelectMany(entry => Lines($"{path}.{entry.Key}", entry.Value)),
            ImmutableArray<object> list => list.SelectMany((item, i) => Lines($"{path}[{i}]", item)),
            string text when text.StartsWith("-----BEGIN", StringComparison.Ordinal) => [$"{path}: a key or certificate"],
            _ => [$"{path}: {value}"],
        };

    private static IEnumerable<string> TextsIn(object value) =>
        value switch
        {
            string text => [text],
            ImmutableDictionary<string, object> map => map.Values.SelectMany(TextsIn),
            ImmutableArray<object> list => list.SelectMany(TextsIn),
            _ => [],
        };
}
