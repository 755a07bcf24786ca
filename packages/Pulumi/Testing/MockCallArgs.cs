using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A function or method that is called.</summary>
public class MockCallArgs
{
    /// <summary>The token.</summary>
    public string? Token { get; set; }

    /// <summary>The arguments that are known and not null; secrets in clear.</summary>
    public ImmutableDictionary<string, object> Args { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>The reference of the provider; empty for the default provider.</summary>
    public string? Provider { get; set; }
}
