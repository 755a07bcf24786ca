using System.Text.RegularExpressions;
using Engine.Contract;
using Engine.Events;
using Engine.Values;

namespace Engine.Providers.Kubernetes.Cluster;

/// <summary>
/// Who has set which field, as the server notes it. What kubectl was used for by hand, and what this or the published provider created, is
/// ours to take over;
/// what controllers and other tools apply is not.
/// </summary>
internal static partial class FieldOwnership
{
    private const string OwnPrefix = "pulumi-kubernetes";

    /// <summary>The manager that the published provider, and so this one, creates objects as.</summary>
    public const string Creator = OwnPrefix;

    /// <summary>
    /// The change to <c>metadata.managedFields</c> that turns what was set by ordinary updates (a creation is one) into what this manager
    /// has applied: only then does
    /// a field that leaves the manifest also leave the object. Null when nothing is to be changed.
    /// </summary>
    public static PropertyArray? Takeover(PropertyMap live, string fieldManager)
    {
        var metadata = live.Map("metadata");
        var entries = metadata.Items("managedFields").ToList();
        var taken = entries.Where(entry => IsOurs(entry, fieldManager)).ToList();
        if (taken.All(entry => IsApplied(entry, fieldManager)))
        {
            return null;
        }

        var merged = taken.Find(entry => IsApplied(entry, fieldManager)) ?? taken[^1];
        var fields = taken.Aggregate(PropertyMap.Empty, (all, entry) => Union(all, entry.Map("fieldsV1")));
        PropertyMap[] kept =
        [
            .. entries.Except(taken),
            merged.With("manager", fieldManager).With("operation", "Apply").With("fieldsV1", fields),
        ];
        return new PropertyArray([
            Replace("/metadata/managedFields", new PropertyArray(kept)),
            Replace("/metadata/resourceVersion", metadata["resourceVersion"]),
        ]);
    }

    /// <summary>Whether each field in conflict was last set by hand with kubectl, or by ourselves: then ours is the last word.</summary>
    public static bool IsOursToSettle(ApiException conflict) =>
        conflict.Causes.Count > 0
        && conflict.Causes.All(cause => Conflict().Match(cause) is { Success: true } match && IsTakenOver(match.Groups["manager"].Value));

    public static bool IsCreatedByUs(PropertyMap live) =>
        live.Map("metadata")
            .Items("managedFields")
            .Any(entry => entry.Text("manager")?.StartsWith(OwnPrefix, StringComparison.Ordinal) == true);

    private static bool IsOurs(PropertyMap entry, string fieldManager) =>
        IsApplied(entry, fieldManager)
        || (entry.Text("operation") == "Update" && entry.Text("subresource") is null or "" && IsTakenOver(entry.Text("manager") ?? ""));

    private static bool IsApplied(PropertyMap entry, string fieldManager) =>
        entry.Text("operation") == "Apply" && entry.Text("manager") == fieldManager && entry.Text("subresource") is null or "";

    private static bool IsTakenOver(string manager) =>
        manager == "before-first-apply"
        || manager.StartsWith("kubectl", StringComparison.Ordinal)
        || manager.StartsWith(OwnPrefix, StringComparison.Ordinal);

    private static PropertyMap Union(PropertyMap one, PropertyMap other) =>
        new(
            one.Keys.Union(other.Keys)
                .Select(key =>
                    KeyValuePair.Create<string, PropertyValue>(
                        key,
                        (one.Get(key), other.Get(key)) switch
                        {
                            (PropertyMap a, PropertyMap b) => Union(a, b),
                            (var a, var b) => a ?? b!,
                        }
                    )
                )
        );

    private static PropertyMap Replace(string path, PropertyValue value) =>
        PropertyMap.Of(("op", "replace"), ("path", path), ("value", value));

    // A manager that applies is named without "using": what it applies is its own, whatever its name.
    [GeneratedRegex("^conflict with \"(?<manager>[^\"]+)\"(?: with subresource \"[^\"]+\")? using ")]
    private static partial Regex Conflict();
}
