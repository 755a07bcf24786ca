namespace EndToEnd.Tests;

/// <summary>One fresh clone, built once, for all stories; they run one after the other. Each story begins with an <c>up</c> and expects
/// nothing of the state before it.</summary>
[CollectionDefinition(Name)]
public sealed class CheckoutCollection : ICollectionFixture<Checkout>
{
    public const string Name = "checkout";
}
