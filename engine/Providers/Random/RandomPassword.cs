using Engine.Values;

namespace Engine.Providers.Random;

/// <summary>RandomPassword: a RandomString that is secret, with its bcrypt hash.</summary>
internal sealed class RandomPassword : RandomText
{
    // Rounds as powers of two, as the published provider has it.
    private const int HashCost = 10;

    // The password must not be its own id: ids are not secret.
    private const string Id = "none";

    public override string StateVersion => "3";

    public override IReadOnlyList<string> Drawn => ["result", "bcryptHash"];

    public override bool IsSecret => true;

    public override (string Id, PropertyMap Values) Draw(PropertyMap inputs) => (Id, Values(Text(inputs)));

    public override (string Id, PropertyMap Inputs, PropertyMap Values)? Import(string id) =>
        (Id, PropertyMap.Of(("length", id.Length)), Values(id));

    private static PropertyMap Values(string password) =>
        PropertyMap.Of(("result", password), ("bcryptHash", BCrypt.Net.BCrypt.HashPassword(password, HashCost)));
}
