using Engine.Values;

namespace Engine.Effects;

/// <summary>Versions of images.</summary>
internal static class ImageTags
{
    /// <summary>The version that a pod template goes to, when one of its images changes and nothing but the version in it; else
    /// null.</summary>
    public static string? NewTag(PropertyValue? old, PropertyValue? next)
    {
        var before = Images(old);
        var changed = Images(next).Where(image => before.TryGetValue(image.Key, out var was) && was != image.Value).ToList();
        return changed is [var only] && Split(only.Value) is var (repository, tag) && Split(before[only.Key]).Repository == repository
            ? tag
            : null;
    }

    /// <summary>The repository, and the version without its sign.</summary>
    public static (string Repository, string Tag) Split(string image)
    {
        var slash = image.LastIndexOf('/') + 1;
        var at = image.IndexOf('@', slash);
        at = at < 0 ? image.IndexOf(':', slash) : at;
        return at < 0 ? (image, "") : (image[..at], image[(at + 1)..]);
    }

    private static Dictionary<string, string> Images(PropertyValue? template) =>
        template
            .ItemsAt("spec", "containers")
            .Concat(template.ItemsAt("spec", "initContainers"))
            .Where(container => container.TextAt("name") is not null && container.TextAt("image") is not null)
            .DistinctBy(container => container.TextAt("name"))
            .ToDictionary(container => container.TextAt("name")!, container => container.TextAt("image")!);
}
