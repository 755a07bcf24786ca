using Components.Values;

namespace Components.Targets;

/// <summary>What a workload may call: a service of the program, or something outside the cluster. Its text is the service, or the
/// host.</summary>
public interface ICallee
{
    /// <summary>The name that the caller's variables begin with, such as <c>auth</c> for <c>AUTH_URL</c>; null for none.</summary>
    string? VariableName { get; }

    /// <summary>Where it answers, such as <c>http://auth.shop.svc:80</c>; null for none.</summary>
    string? Url { get; }

    /// <summary>The service of the program that it is, or null.</summary>
    ServiceReference? Service { get; }

    /// <summary>The ports that are called.</summary>
    IReadOnlyList<Port> Ports { get; }
}
