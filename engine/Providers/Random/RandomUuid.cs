using Engine.Values;

namespace Engine.Providers.Random;

/// <summary>RandomUuid, RandomUuid4 (random) and RandomUuid7 (ordered by time).</summary>
internal sealed class RandomUuid(Func<Guid> create) : RandomKind
{
    public override IReadOnlyList<string> Drawn => ["result"];

    public override (string Id, PropertyMap Values) Draw(PropertyMap inputs)
    {
        var uuid = create().ToString("D");
        return (uuid, PropertyMap.Of(("result", uuid)));
    }

    public override (string Id, PropertyMap Inputs, PropertyMap Values)? Import(string id) =>
        Guid.TryParse(id, out var uuid) ? (uuid.ToString("D"), PropertyMap.Empty, PropertyMap.Of(("result", uuid.ToString("D")))) : null;
}
