namespace Engine.Effects;

/// <summary>How an impact is said; docs/platform-engineer.md lists these words.</summary>
internal static class ImpactWords
{
    public static string Of(Impact impact, string span = "")
    {
        var words = impact switch
        {
            Impact.None => "no downtime",
            Impact.Restart => "restart",
            Impact.Unknown => "effect not known",
            Impact.Outage => "OUTAGE",
            Impact.DataLoss => "DATA LOSS",
            Impact.Refused => "REFUSED",
        };
        return span.Length > 0 ? $"{words}, {span}" : words;
    }

    /// <summary>As in JSON: <c>none</c>, <c>restart</c>, <c>unknown</c>, <c>outage</c>, <c>dataLoss</c>, <c>refused</c>.</summary>
    public static string Json(Impact impact) => impact == Impact.DataLoss ? "dataLoss" : impact.ToString().ToLowerInvariant();

    /// <summary>As in options.</summary>
    public static string Option(Impact impact) => impact == Impact.DataLoss ? "data-loss" : Json(impact);

    /// <summary>The impact that an option names.</summary>
    public static Impact Parse(string option) => Enum.GetValues<Impact>().First(impact => Option(impact) == option);
}
