using System.Numerics;
using System.Security.Cryptography;
using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Providers.Random;

/// <summary>RandomId: bytes in several notations, each with the prefix before it.</summary>
internal sealed class RandomId : RandomKind
{
    public override IReadOnlyList<string> Drawn => ["b64Std", "b64Url", "dec", "hex"];

    public override IEnumerable<CheckFailure> Check(PropertyMap inputs) => AtLeast(inputs, "byteLength", 1);

    public override (string Id, PropertyMap Values) Draw(PropertyMap inputs)
    {
        var bytes = RandomNumberGenerator.GetBytes(Number(inputs, "byteLength"));
        var prefix = inputs.Text("prefix") ?? "";
        var standard = Convert.ToBase64String(bytes);
        var url = standard.TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var values = PropertyMap.Of(
            ("b64Std", prefix + standard),
            ("b64Url", prefix + url),
            ("dec", prefix + new BigInteger(bytes, isUnsigned: true, isBigEndian: true)),
            ("hex", prefix + Convert.ToHexStringLower(bytes))
        );
        return (url, values);
    }
}
