using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>Outputs that a component or the stack registered.</summary>
public class MockRegisterResourceOutputsRequest
{
    /// <summary>The component's URN.</summary>
    public readonly string Urn;

    /// <summary>The outputs by name, with their secretness.</summary>
    public readonly ImmutableDictionary<string, Output<object?>> Outputs;

    /// <summary>Outputs of a component.</summary>
    public MockRegisterResourceOutputsRequest(string urn, ImmutableDictionary<string, Output<object?>> outputs) =>
        (Urn, Outputs) = (urn, outputs);
}
