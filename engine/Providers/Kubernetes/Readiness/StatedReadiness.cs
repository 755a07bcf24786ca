using System.Text.Json;
using System.Text.RegularExpressions;
using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Providers.Kubernetes.Readiness;

/// <summary>What <c>pulumi.com/waitFor</c> asks for: conditions and values of the object, all of them.</summary>
internal static partial class StatedReadiness
{
    /// <exception cref="ProviderException">The annotation is not understood.</exception>
    public static IReadiness Of(string annotation)
    {
        var terms = Terms(annotation).Select(term => (Text: term, Holds: Parse(term))).ToList();
        return new StatusReadiness(
            live =>
                ReadyState.When(
                    terms.All(term => term.Holds(live)),
                    $"waits for {string.Join(" and ", terms.Where(term => !term.Holds(live)).Select(term => term.Text))}"
                ),
            runsPods: true
        );
    }

    private static string[] Terms(string annotation)
    {
        try
        {
            return annotation.TrimStart().StartsWith('[') ? JsonSerializer.Deserialize<string[]>(annotation) ?? [] : [annotation];
        }
        catch (JsonException)
        {
            throw Wrong(annotation);
        }
    }

    private static Func<PropertyMap, bool> Parse(string term)
    {
        if (ConditionTerm().Match(term) is { Success: true } condition)
        {
            var status = condition.Groups["status"] is { Success: true } given ? given.Value : "True";
            return live =>
                live.IsSettled()
                && string.Equals(
                    live.Condition(condition.Groups["type"].Value)?.Text("status"),
                    status,
                    StringComparison.OrdinalIgnoreCase
                );
        }

        if (PathTerm().Match(term) is not { Success: true } path)
        {
            throw Wrong(term);
        }

        var wanted = path.Groups["value"] is { Success: true } value ? value.Value : null;
        var place = PathOf(path.Groups["path"].Value, term);
        return live =>
            place.Get(live)?.Plain() is { } found and not PropertyNull
            && (wanted is null || JsonValues.Text(found, null).Trim('"') == wanted);
    }

    // An object without a generation has nothing to lag behind.
    private static bool IsSettled(this PropertyMap live) => !live.Map("status").ContainsKey("observedGeneration") || live.IsObserved();

    private static PropertyPath PathOf(string path, string term)
    {
        try
        {
            return PropertyPath.Parse(path.TrimStart('.').Replace('\'', '"'));
        }
        catch (FormatException)
        {
            throw Wrong(term);
        }
    }

    private static ProviderException Wrong(string given) =>
        new(
            $"metadata.annotations[\"pulumi.com/waitFor\"]: '{given}' is not understood; write condition=Ready, condition=Ready=False, "
                + $"jsonpath={{.status.phase}}=Running, or a JSON list of such"
        );

    [GeneratedRegex("^condition=(?<type>[^=]+)(?:=(?<status>.+))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex ConditionTerm();

    [GeneratedRegex(@"^jsonpath=\{(?<path>[^{}?@*]+)\}(?:=(?<value>.+))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex PathTerm();
}
