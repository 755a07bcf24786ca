namespace Pulumi;

/// <summary>Stands for a provider of which only the reference <c>urn::id</c> is known.</summary>
internal sealed class DependencyProviderResource : ProviderResource
{
    public DependencyProviderResource(string reference)
        : base(Package(reference), Output.Create(Urn(reference)), Output.Create(Id(reference))) { }

    private static int Split(string reference)
    {
        var at = reference.LastIndexOf("::", StringComparison.Ordinal);
        return at > 0
            ? at
            : throw new ArgumentException($"'{reference}' is no reference to a provider. It should be '<urn>::<id>'.", nameof(reference));
    }

    private static new string Urn(string reference) => reference[..Split(reference)];

    private static new string Id(string reference) => reference[(Split(reference) + 2)..];

    private static new string Package(string reference)
    {
        var type = new Urn(Urn(reference)).Type;
        return type[(type.LastIndexOf(':') + 1)..];
    }
}
