namespace Engine.Providers.Kubernetes.Cluster;

/// <summary>A kind as the API server serves it.</summary>
/// <param name="Plural">The word in paths, for example <c>deployments</c>.</param>
internal sealed record ApiKind(ObjectKind Kind, string Plural, bool IsNamespaced)
{
    public string PathOf(string? space, string? name)
    {
        var group = Kind.Group.Length == 0 ? $"/api/{Kind.ApiVersion}" : $"/apis/{Kind.ApiVersion}";
        var within = IsNamespaced && space is not null ? $"/namespaces/{Uri.EscapeDataString(space)}" : "";
        return $"{group}{within}/{Plural}{(name is null ? "" : $"/{Uri.EscapeDataString(name)}")}";
    }
}
