using Pulumi;

namespace Components.Platform;

/// <summary>A zone in Route 53.</summary>
/// <param name="Name">The domain, such as <c>dev.example.com</c>.</param>
/// <param name="Id">The zone's id.</param>
public sealed record HostedZone(string Name, Input<string> Id);
