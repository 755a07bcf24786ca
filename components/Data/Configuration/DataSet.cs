using System.Collections.Immutable;
using Pulumi;

namespace Components.Data;

/// <summary>Joins the values of a ConfigMap or Secret, which may come from other resources, into one output.</summary>
internal static class DataSet
{
    public static Output<ImmutableDictionary<string, string>> Join(IDictionary<string, Input<string>> data)
    {
        var keys = data.Keys.Order(StringComparer.Ordinal).ToList();
        return Output
            .All(keys.Select(key => data[key]))
            .Apply(values => keys.Zip(values).ToImmutableDictionary(pair => pair.First, pair => pair.Second));
    }
}
