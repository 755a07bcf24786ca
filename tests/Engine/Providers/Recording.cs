using System.Text.Json;
using Engine.Values;

namespace Engine.Tests.Providers;

/// <summary>What the published providers did, as recorded: an entry of a file in Recordings/.</summary>
public sealed record Recording(string Case, JsonElement Entry)
{
    internal Urn Urn => new(Entry.GetProperty("urn").GetString()!);

    internal string Text(string name) => Entry.GetProperty(name).GetString()!;

    internal PropertyMap Map(string name) => JsonValues.ReadMap(Entry.GetProperty(name), null);

    public static IReadOnlyList<Recording> All(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(PathOf(file)));
        return
        [
            .. json
                .RootElement.EnumerateArray()
                .Select(e => new Recording((e.TryGetProperty("case", out var c) ? c : e.GetProperty("urn")).GetString()!, e.Clone())),
        ];
    }

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Providers", "Recordings", file);

    public override string ToString() => Case;
}
