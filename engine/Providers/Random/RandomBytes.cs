using System.Security.Cryptography;
using Engine.Contract;
using Engine.Values;

namespace Engine.Providers.Random;

/// <summary>RandomBytes: secret bytes. The id is the value itself, in clear, as in the published plugin's states.</summary>
internal sealed class RandomBytes : RandomKind
{
    public override IReadOnlyList<string> Drawn => ["base64", "hex"];

    public override bool IsSecret => true;

    public override IEnumerable<CheckFailure> Check(PropertyMap inputs) => AtLeast(inputs, "length", 1);

    public override (string Id, PropertyMap Values) Draw(PropertyMap inputs)
    {
        var bytes = RandomNumberGenerator.GetBytes(Number(inputs, "length"));
        var text = Convert.ToBase64String(bytes);
        return (text, PropertyMap.Of(("base64", text), ("hex", Convert.ToHexStringLower(bytes))));
    }
}
