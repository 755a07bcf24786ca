using Agreement;
using Components.Values;

namespace Components.Settings;

/// <summary>A map of the settings whose keys are known.</summary>
public sealed class SettingMap
{
    private readonly IReadOnlyDictionary<string, Setting> _members;

    internal SettingMap(Setting setting, IReadOnlyDictionary<string, Setting> members) => (Setting, _members) = (setting, members);

    /// <summary>The map itself.</summary>
    public Setting Setting { get; }

    /// <summary>The value of a key, or null.</summary>
    public Setting? Find(string key) => _members.GetValueOrDefault(key);

    /// <summary>The value of a key; it is a mistake to leave it out.</summary>
    /// <param name="key">The key.</param>
    /// <param name="example">A value that it could have.</param>
    public Setting? Require(string key, string example)
    {
        if (_members.TryGetValue(key, out var member))
        {
            return member;
        }

        Setting.Refuse($"'{key}' is missing", $"Add it, such as {key}: {example}.");
        return null;
    }

    internal void RefuseUnknown(IReadOnlyList<string> known)
    {
        foreach (var (key, member) in _members.Where(member => !known.Contains(member.Key)))
        {
            member.RefuseKey(
                $"{Setting.Path}: '{key}' is no key here",
                $"Allowed: {string.Join(", ", known)}.{Spelling.Question(key, known)}"
            );
        }
    }
}
