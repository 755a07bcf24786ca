namespace Engine.Values;

/// <summary>Paths into values as Pulumi writes them: <c>spec.ports[0].name</c>, <c>metadata.annotations["a.b/c"]</c>.</summary>
internal static class PropertyPaths
{
    public static string Join(string at, string name)
    {
        if (name.AsSpan().IndexOfAny(".\"[]") >= 0)
        {
            return $"{at}[\"{name.Replace("\"", "\\\"", StringComparison.Ordinal)}\"]";
        }

        return at.Length == 0 ? name : $"{at}.{name}";
    }
}
