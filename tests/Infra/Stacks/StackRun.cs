using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Infra.Tests.Stacks;

/// <summary>A stack declared on mocks: its Kubernetes objects as they would be sent, and the URNs of all resources.</summary>
internal sealed class StackRun
{
    private StackRun(RecordingMocks mocks, IReadOnlyList<string> urns, IDictionary<string, object?> outputs)
    {
        Urns = urns;
        Outputs = outputs;
        Connections =
        [
            .. from calls in (Dictionary<string, List<string>>)outputs["connections"]!
            from callee in calls.Value
            select $"{calls.Key} -> {callee}",
        ];
        Objects = mocks
            .Resources.Where(resource =>
                resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal) && resource.Inputs.ContainsKey("kind")
            )
            .Select(resource => new RenderedObject((IDictionary<string, object?>)GoldenYaml.Plain(resource.Inputs)!))
            .OrderBy(rendered => rendered.Path, StringComparer.Ordinal)
            .ToList();
    }

    public IReadOnlyList<RenderedObject> Objects { get; }

    public IReadOnlyList<string> Urns { get; }

    public IDictionary<string, object?> Outputs { get; }

    /// <summary>Who calls whom, as the program says: <c>workshop/frontend -> workshop/hello:80</c>, by the port of the pod.</summary>
    public IReadOnlyList<string> Connections { get; }

    public static Task<StackRun> OfAsync(string stack) =>
        OfAsync(stack, File.ReadAllText(Repository.PathOf("stacks", $"Pulumi.{stack}.yaml")));

    public static async Task<StackRun> OfAsync(string stack, string settings)
    {
        var mocks = new RecordingMocks();
        var options = new TestOptions
        {
            ProjectName = "infra",
            StackName = stack,
            IsPreview = false,
            RootDirectory = Repository.Root,
        };
        IDictionary<string, object?> outputs = new Dictionary<string, object?>();

        // Which secrets are set, and to what, is the business of who owns the stack: they are made up here.
        var resources = await Deployment.TestAsync(mocks, options, () =>
        {
            outputs = Environments.Declare(StackSettings.Read(StackFileSource.Document(stack, settings)), preview: true);
        });
        var urns = new List<string>();
        foreach (var resource in resources)
        {
            urns.Add(await OutputUtilities.GetValueAsync(resource.Urn));
        }

        return new StackRun(mocks, [.. urns.Order(StringComparer.Ordinal)], outputs);
    }

    public RenderedObject Find(string kind, string space, string name) =>
        Objects.Single(rendered => rendered.Kind == kind && rendered.Namespace == space && rendered.Name == name);
}
