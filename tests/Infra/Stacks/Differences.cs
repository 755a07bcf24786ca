namespace Infra.Tests.Stacks;

/// <summary>What changes between two runs of a stack: objects that come and go, and properties that differ.</summary>
internal static class Differences
{
    public static IReadOnlyList<string> Between(StackRun before, StackRun after)
    {
        var old = before.Objects.ToDictionary(rendered => rendered.Path);
        var now = after.Objects.ToDictionary(rendered => rendered.Path);
        return
        [
            .. now.Keys.Except(old.Keys).Order(StringComparer.Ordinal).Select(path => $"+ {path}"),
            .. old.Keys.Except(now.Keys).Order(StringComparer.Ordinal).Select(path => $"- {path}"),
            .. now
                .Keys.Intersect(old.Keys)
                .Order(StringComparer.Ordinal)
                .SelectMany(path => Properties(path, "", old[path].Content, now[path].Content)),
        ];
    }

    private static IEnumerable<string> Properties(string file, string path, object? old, object? now)
    {
        if (old is IDictionary<string, object?> before && now is IDictionary<string, object?> after)
        {
            return before
                .Keys.Union(after.Keys)
                .Order(StringComparer.Ordinal)
                .SelectMany(key =>
                    Properties(
                        file,
                        path.Length == 0 ? key : $"{path}.{key}",
                        before.TryGetValue(key, out var a) ? a : null,
                        after.TryGetValue(key, out var b) ? b : null
                    )
                );
        }

        if (old is IList<object?> first && now is IList<object?> second && first.Count == second.Count)
        {
            return Enumerable.Range(0, first.Count).SelectMany(i => Properties(file, $"{path}.{i}", first[i], second[i]));
        }

        return Equals(old, now) ? [] : [$"~ {file} {path}: {old ?? "(none)"} -> {now ?? "(none)"}"];
    }
}
