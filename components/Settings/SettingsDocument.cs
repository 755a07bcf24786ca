using System.Text.Json;
using Agreement;
using Components.Values;
using Pulumi;

namespace Components.Settings;

/// <summary>The settings of one stack: the values, where each stands, and what is wrong with them.</summary>
public sealed class SettingsDocument
{
    private readonly ISettingsSource _source;
    private readonly List<Problem> _problems = [];

    /// <summary>Joins values with the file that they were written in.</summary>
    public SettingsDocument(ISettingsSource source, SettingsFile file) => (_source, File) = (source, file);

    /// <summary>The stack's file.</summary>
    public SettingsFile File { get; }

    /// <summary>What was found wrong so far.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>A setting, or null where the stack does not have it.</summary>
    /// <param name="key">The full key, such as <c>platform:releases</c>.</param>
    public Setting? Find(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var (space, name) = Split(key);
        if (_source.Get(space, name) is not { } text)
        {
            return null;
        }

        var place = File.At(File.Value(key));
        try
        {
            using var json =
                text.StartsWith('{') || text.StartsWith('[') ? JsonDocument.Parse(text) : JsonSerializer.SerializeToDocument(text);
            return new Setting(this, key, json.RootElement.Clone(), File.Key(key), File.Value(key));
        }
        catch (JsonException)
        {
            Report(place, $"{key}: '{text}' is neither text nor a map", "Write it as YAML in the stack's file.");
            return null;
        }
    }

    /// <summary>A setting that the stack must have.</summary>
    /// <param name="key">The full key.</param>
    /// <param name="example">What it may look like, for the error.</param>
    public Setting? Require(string key, string example)
    {
        if (Find(key) is { } setting)
        {
            return setting;
        }

        Report(new Place(File.Path), $"{key} is missing", $"Add it under config:, such as\n{example}");
        return null;
    }

    /// <summary>The value of a secret, or null where it is not set.</summary>
    public Output<string>? FindSecret(string key)
    {
        var (space, name) = Split(key);
        return _source.GetSecret(space, name);
    }

    /// <summary>Reports keys that nothing reads. Keys of other packages (<c>aws:region</c>) are their own affair.</summary>
    /// <param name="space">What stands before the colon.</param>
    /// <param name="known">The names that are read.</param>
    /// <param name="project">The project's name, whose keys may be written without it.</param>
    public void RefuseUnknown(string space, IReadOnlyCollection<string> known, string project)
    {
        foreach (var key in File.Keys)
        {
            var (own, name) = key.Contains(':', StringComparison.Ordinal) ? Split(key) : (project, key);
            if ((own == space && !known.Contains(name)) || own == project)
            {
                var all = known.Select(name => $"{space}:{name}").ToList();
                Report(
                    File.At(File.Key(key)),
                    $"'{key}' is no setting of this program",
                    $"Allowed: {string.Join(", ", all)}.{Spelling.Question($"{space}:{name}", all)}"
                );
            }
        }
    }

    /// <summary>Adds a mistake.</summary>
    public void Report(Place place, string summary, string advice = "") => _problems.Add(new(place, summary, advice));

    /// <summary>Stops if anything is wrong.</summary>
    /// <exception cref="ProblemsException">With all mistakes, in the order of the file.</exception>
    public void ThrowIfWrong()
    {
        if (_problems.Count > 0)
        {
            throw new ProblemsException([.. _problems.OrderBy(problem => problem.Place?.Line).ThenBy(problem => problem.Place?.Column)]);
        }
    }

    private static (string Space, string Name) Split(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return (key[..colon], key[(colon + 1)..]);
    }
}
