namespace Infra.Tests.Reachability;

/// <summary>A pod of a workload.</summary>
internal sealed record PodOf(string Namespace, string App)
{
    public override string ToString() => $"{Namespace}/{App}";
}
