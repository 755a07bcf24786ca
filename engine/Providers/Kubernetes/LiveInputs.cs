using Agreement;
using Engine.Providers.Kubernetes.Readiness;
using Engine.Values;

namespace Engine.Providers.Kubernetes;

/// <summary>
/// The inputs as a live object has them: the part of it that the inputs name. What the API server only writes otherwise stays as it was
/// given: quantities
/// (<c>1000m</c> is <c>1</c>), and empty values that it leaves out.
/// </summary>
internal static class LiveInputs
{
    private static readonly HashSet<string> Quantities =
    [
        "requests",
        "limits",
        "hard",
        "capacity",
        "overhead",
        "max",
        "min",
        "default",
        "defaultRequest",
        "maxLimitRequestRatio",
        "storage",
        "sizeLimit",
        "divisor",
        "averageValue",
        "allocatable",
    ];

    // List elements are known by one of these, as in a server-side apply; where they have none, by their place.
    private static readonly string[] ElementKeys = ["name", "mountPath", "containerPort", "port", "key", "ip", "type", "topologyKey"];

    public static PropertyMap Of(PropertyMap live, PropertyMap inputs) => Of(live, inputs, isQuantity: false);

    private static PropertyMap Of(PropertyMap live, PropertyMap inputs, bool isQuantity) =>
        new(
            from member in inputs
            let there = live.Get(member.Key)
            let value = there is null
                ? (IsEmpty(member.Value) ? member.Value : null)
                : Of(there, member.Value, isQuantity || Quantities.Contains(member.Key))
            where value is not null
            select KeyValuePair.Create(member.Key, value)
        );

    private static PropertyValue Of(PropertyValue live, PropertyValue input, bool isQuantity) =>
        (live, input.Plain()) switch
        {
            (PropertySecret { IsUnreadable: true }, _) => live,
            (PropertySecret secret, _) => new PropertySecret(Of(secret.Value, input, isQuantity)),
            (PropertyNull, var given) when IsEmpty(given) => given,
            (PropertyMap map, PropertyMap given) => Of(map, given, isQuantity),
            (PropertyArray list, PropertyArray given) => new PropertyArray(Elements(list, given, isQuantity)),
            (PropertyString a, PropertyString b)
                when isQuantity && Quantity.Parse(a.Value) is { } amount && amount == Quantity.Parse(b.Value) => b,
            _ => live,
        };

    private static IEnumerable<PropertyValue> Elements(PropertyArray live, PropertyArray inputs, bool isQuantity)
    {
        var key = ElementKeys.FirstOrDefault(candidate => IsKey(candidate, inputs) && IsKey(candidate, live));
        return key is null
            ? live.Take(inputs.Count).Select((item, i) => Of(item, inputs[i], isQuantity))
            : from input in inputs
            let there = live.FirstOrDefault(item => KeyOf(item, key)!.Equals(KeyOf(input, key)))
            where there is not null
            select Of(there, input, isQuantity);
    }

    private static bool IsKey(string key, PropertyArray list)
    {
        var keys = list.Select(item => KeyOf(item, key)).ToList();
        return keys.Count > 0 && keys.TrueForAll(value => value is not null) && keys.Distinct().Count() == keys.Count;
    }

    private static PropertyValue? KeyOf(PropertyValue item, string key) =>
        item.Plain() is PropertyMap map && map.Get(key)?.Plain() is PropertyString or PropertyNumber
            ? ((PropertyMap)item.Plain())[key].Plain()
            : null;

    private static bool IsEmpty(PropertyValue value) =>
        value.Plain() switch
        {
            PropertyString { Value: "" } or PropertyBool { Value: false } or PropertyNumber { Value: 0 } or PropertyNull => true,
            PropertyArray { Count: 0 } or PropertyMap { Count: 0 } => true,
            _ => false,
        };
}
