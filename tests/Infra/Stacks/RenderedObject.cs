namespace Infra.Tests.Stacks;

/// <summary>A Kubernetes object of a stack.</summary>
internal sealed class RenderedObject(IDictionary<string, object?> content)
{
    public IDictionary<string, object?> Content { get; } = Readable(content);

    public string Kind => (string)Content["kind"]!;

    public string Name => (string)Metadata["name"]!;

    /// <summary>The namespace; <c>cluster</c> for what is in none.</summary>
    public string Namespace => Metadata.TryGetValue("namespace", out var space) ? (string)space! : "cluster";

    /// <summary>Where its golden is.</summary>
    public string Path => $"{Namespace}/{Kind.ToLowerInvariant()}-{Name}.yaml";

    private IDictionary<string, object?> Metadata => (IDictionary<string, object?>)Content["metadata"]!;

    /// <summary>What stands at a path such as <c>spec.template.spec.containers.0.image</c>.</summary>
    public object? At(string path) =>
        path.Split('.')
            .Aggregate((object?)Content, (node, step) => node switch
                {
                    IDictionary<string, object?> map => map.TryGetValue(step, out var value) ? value : null,
                    IList<object?> list => int.TryParse(step, out var index) && index < list.Count ? list[index] : null,
                    _ => null,
                });

    public string ToYaml() => GoldenYaml.Write(Content);

    // Without the values of Secrets: some are other ones in every run.
    private static IDictionary<string, object?> Readable(IDictionary<string, object?> content) =>
        content.TryGetValue("stringData", out var data)
            ? new SortedDictionary<string, object?>(content, StringComparer.Ordinal)
            {
                ["stringData"] = new SortedDictionary<string, object?>(
                    ((IDictionary<string, object?>)data!).ToDictionary(entry => entry.Key, _ => (object?)"(secret)"),
                    StringComparer.Ordinal
                ),
            }
            : content;
}
