using Engine.Events;
using Engine.Providers.Kubernetes.Readiness;
using Engine.Values;

namespace Engine.Effects;

/// <summary>What changes in a resource, in the words of its users: <c>memory limit 256Mi -> 512Mi</c>. Secrets are masked.</summary>
internal static class ReadableChanges
{
    private const int Longest = 48;

    private static readonly string[][] s_prefixes =
    [
        ["spec", "jobTemplate", "spec", "template", "spec"],
        ["spec", "template", "spec"],
        ["spec", "template"],
        ["spec"],
        ["metadata"],
        ["data"],
        ["stringData"],
    ];

    private static readonly string[] s_versionLabels = ["version", "app.kubernetes.io/version"];

    /// <param name="step">The step.</param>
    /// <param name="renamed">ConfigMaps and Secrets that get another name in the same plan: their own part says what changes in
    /// them.</param>
    public static IReadOnlyList<string> Of(StepDescription step, IReadOnlySet<string> renamed)
    {
        if (step is not { Old: { } old, New: { } next })
        {
            return [];
        }

        var diffs = StructuralDiff
            .Of(KeyedForm.Of(old.Inputs), KeyedForm.Of(next.Inputs))
            .Select(diff => (Path: Steps(diff.Path), diff.Old, diff.New))
            .ToList();
        var hasImage = diffs.Any(diff => diff.Path[^1] == "image");
        var isRenamed = step.Type is "kubernetes:core/v1:ConfigMap" or "kubernetes:core/v1:Secret";
        return
        [
            .. diffs
                .Where(diff => !(hasImage && diff.Path is [.., "labels", var label] && s_versionLabels.Contains(label)))
                .Where(diff => !(isRenamed && diff.Path is ["metadata", "name"]))
                .Where(diff => !(diff.Path[^1] is "name" or "secretName" && diff.Old.TextAt() is { } name && renamed.Contains(name)))
                .Where(diff => !IsRouting(diff.Path, step.Type))
                .Select(diff => Words(diff.Path, diff.Old, diff.New, next.Urn))
                .Distinct(),
        ];
    }

    // Where requests go is said in words.
    private static bool IsRouting(List<string> path, string type) =>
        path switch
        {
            ["metadata", "annotations", var annotation] => annotation.StartsWith(Routing.Action, StringComparison.Ordinal),
            ["spec", "rules", ..] => type.EndsWith(":Ingress", StringComparison.Ordinal)
                || type.EndsWith(":HTTPRoute", StringComparison.Ordinal),
            ["spec", "ingress" or "egress", ..] => type.EndsWith(":NetworkPolicy", StringComparison.Ordinal),
            _ => false,
        };

    private static string Words(List<string> path, PropertyValue? old, PropertyValue? next, Urn urn)
    {
        var rest = Trim(path);
        if (rest is ["containers" or "initContainers", var container, .. var field])
        {
            var own =
                urn.Name.Split('/')[^1] is { } name && (name == container || name.StartsWith(container + "-", StringComparison.Ordinal));
            return (own ? "" : container + ": ") + OfContainer(field, old, next);
        }

        return rest is ["annotations" or "labels", var key]
            ? Change(key[(key.LastIndexOf('/') + 1)..], old, next)
            : Change(Joined(rest is [] ? path : rest), old, next);
    }

    private static string OfContainer(List<string> field, PropertyValue? old, PropertyValue? next) =>
        field switch
        {
            ["image"]
                when old.TextAt() is { } was
                    && next.TextAt() is { } now
                    && ImageTags.Split(was).Repository == ImageTags.Split(now).Repository => $"image {was} -> {ImageTags.Split(now).Tag}",
            ["env", var name, "value"] => Change(name, old, next),
            ["env", var name] => $"{name} {Variable(old)} -> {Variable(next)}",
            ["env", var name, "valueFrom", .., "name"] => Change($"{name} from", old, next),
            ["env", var name, ..] => Change($"{name}: {field[^1]}", old, next),
            ["resources", "limits", var what] => Change($"{what} limit", old, next),
            ["resources", "requests", var what] => Change($"{what} request", old, next),
            _ => Change(Joined(field), old, next),
        };

    private static string Variable(PropertyValue? variable) =>
        variable.At("valueFrom") is PropertyMap { Count: 1 } from
            ? $"from {from.Values.First().TextAt("name") ?? from.Values.First().TextAt("fieldPath") ?? from.Keys.First()}"
            : Value((variable as PropertyMap)?.Get("value"));

    private static string Change(string what, PropertyValue? old, PropertyValue? next)
    {
        if (
            old is PropertyString { Value: var before }
            && next is PropertyString { Value: var after }
            && (before + after).Contains('\n', StringComparison.Ordinal)
        )
        {
            var (was, now) = (before.Split('\n'), after.Split('\n'));
            return $"{what} +{now.Except(was).Count()} -{was.Except(now).Count()} lines";
        }

        return $"{what} {Value(old)} -> {Value(next)}";
    }

    private static string Value(PropertyValue? value)
    {
        var text = value switch
        {
            null or PropertyNull => "(none)",
            PropertyComputed => "(known after up)",
            PropertyString { Value.Length: 0 } => "\"\"",
            PropertyString s => s.Value.ReplaceLineEndings("\\n"),
            _ => PropertyText.Of(value),
        };
        return text.Length <= Longest ? text : text[..(Longest - 1)] + "…";
    }

    private static string Joined(List<string> steps) => string.Join(".", steps).Replace(".[", "[", StringComparison.Ordinal);

    private static List<string> Steps(PropertyPath path) => [.. path.Segments.Select(segment => segment.Key ?? $"[{segment.Index}]")];

    private static List<string> Trim(List<string> path) =>
        s_prefixes.FirstOrDefault(prefix => path.Count > prefix.Length && path.Take(prefix.Length).SequenceEqual(prefix)) is { } found
            ? path[found.Length..]
            : path;
}
