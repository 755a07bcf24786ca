using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Providers.Kubernetes.Readiness;

/// <summary>Selectors of objects as the API server takes them in a query.</summary>
internal static class Selectors
{
    /// <summary>Of labels that must all be there.</summary>
    public static string Query(PropertyMap labels) => Query(Equalities(labels));

    /// <summary>Of a <c>selector</c> with <c>matchLabels</c> and <c>matchExpressions</c>.</summary>
    public static string OfWorkload(PropertyMap selector) =>
        Query(Equalities(selector.Map("matchLabels")).Concat(selector.Items("matchExpressions").Select(Expression)));

    public static string ByField(string field, string value) => $"fieldSelector={Uri.EscapeDataString($"{field}={value}")}";

    private static IEnumerable<string> Equalities(PropertyMap labels) => labels.Keys.Select(key => $"{key}={labels.Text(key)}");

    private static string Expression(PropertyMap expression)
    {
        var key = expression.Text("key");
        var values = string.Join(
            ',',
            (expression.Get("values") as PropertyArray ?? PropertyArray.Empty).OfType<PropertyString>().Select(value => value.Value)
        );
        return expression.Text("operator") switch
        {
            "In" => $"{key} in ({values})",
            "NotIn" => $"{key} notin ({values})",
            "DoesNotExist" => $"!{key}",
            _ => $"{key}",
        };
    }

    private static string Query(IEnumerable<string> parts) => $"labelSelector={Uri.EscapeDataString(string.Join(',', parts))}";
}
