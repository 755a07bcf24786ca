using System.Globalization;
using System.Text.Json;
using Agreement;
using Components.Values;
using YamlDotNet.RepresentationModel;

namespace Components.Settings;

/// <summary>A value of the stack's settings, with its path and where it stands.</summary>
public sealed class Setting
{
    private readonly SettingsDocument _document;
    private readonly YamlNode? _key;
    private readonly YamlNode? _value;

    internal Setting(SettingsDocument document, string path, JsonElement json, YamlNode? key, YamlNode? value) =>
        (_document, Path, Json, _key, _value) = (document, path, json, key, value);

    /// <summary>The path, such as <c>platform:releases.shop/orders.replicas</c>.</summary>
    public string Path { get; }

    /// <summary>Where the value stands.</summary>
    public Place Place => _document.File.At(_value ?? _key);

    /// <summary>Where the key stands.</summary>
    public Place KeyPlace => _document.File.At(_key ?? _value);

    /// <summary>Whether it is a map.</summary>
    public bool IsMap => Json.ValueKind == JsonValueKind.Object;

    /// <summary>Whether it is a list.</summary>
    public bool IsList => Json.ValueKind == JsonValueKind.Array;

    internal JsonElement Json { get; }

    private bool IsNull =>
        Json.ValueKind == JsonValueKind.Null || (Json.ValueKind == JsonValueKind.String && Json.GetString() is "" or "null");

    /// <summary>Reads a map with these keys; any other is a mistake.</summary>
    /// <param name="known">The keys that it may have.</param>
    public SettingMap Map(params IReadOnlyList<string> known)
    {
        var members = Members();
        var map = new SettingMap(this, members);
        map.RefuseUnknown(known);
        return map;
    }

    /// <summary>Reads a map whose keys are names given by the user.</summary>
    public IReadOnlyDictionary<string, Setting> Members()
    {
        if (!IsMap)
        {
            if (!IsNull)
            {
                Refuse("must be a map of keys and values");
            }

            return new Dictionary<string, Setting>();
        }

        var yaml = (_value as YamlMappingNode)
            ?.Children.Where(entry => entry.Key is YamlScalarNode)
            .ToDictionary(entry => ((YamlScalarNode)entry.Key).Value ?? "", entry => entry)
            ?? [];
        return Json.EnumerateObject()
            .ToDictionary(
                member => member.Name,
                member => new Setting(
                    _document,
                    $"{Path}.{member.Name}",
                    member.Value,
                    yaml.GetValueOrDefault(member.Name).Key,
                    yaml.GetValueOrDefault(member.Name).Value
                )
            );
    }

    /// <summary>Reads a list.</summary>
    public IReadOnlyList<Setting> Items()
    {
        if (!IsList)
        {
            Refuse("must be a list", "Write [a, b], or a line with '- ' for each.");
            return [];
        }

        var yaml = (_value as YamlSequenceNode)?.Children;
        return
        [
            .. Json.EnumerateArray()
                .Select(
                    (item, i) =>
                        new Setting(
                            _document,
                            string.Create(CultureInfo.InvariantCulture, $"{Path}[{i}]"),
                            item,
                            _key,
                            yaml?.ElementAtOrDefault(i)
                        )
                ),
        ];
    }

    /// <summary>Reads text; a number or truth value counts as its text.</summary>
    /// <param name="instead">What to go on with where it is none.</param>
    public string Text(string instead = "")
    {
        if (Json.ValueKind is JsonValueKind.Object or JsonValueKind.Array || IsNull)
        {
            Refuse(IsNull ? "has no value" : "must be text, not a " + (IsMap ? "map" : "list"));
            return instead;
        }

        return Json.ValueKind == JsonValueKind.String ? Json.GetString()! : Json.GetRawText();
    }

    /// <summary>Reads text that YAML may have taken for a number, such as a version: <c>1.10</c> without quotes would be 1.1.</summary>
    /// <param name="parse">Makes a value of it; refuses wrong text by <see cref="FormatException"/>.</param>
    /// <param name="instead">What to go on with where it is none.</param>
    public T ParseQuoted<T>(Func<string, T> parse, T instead)
    {
        if (Json.ValueKind != JsonValueKind.Number)
        {
            return Parse(parse, instead);
        }

        var written = (_value as YamlScalarNode)?.Value ?? Json.GetRawText();
        Refuse($"{written} without quotes is a number, {Json.GetRawText()}", $"Write it as text: \"{written}\".");
        return instead;
    }

    /// <summary>Reads a whole number.</summary>
    public int Integer(int least, int most, int? instead = null)
    {
        var text = Json.ValueKind is JsonValueKind.Number or JsonValueKind.String ? Text() : "";
        if (
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
        )
        {
            return number;
        }

        Refuse(
            $"must be a whole number from {least.ToString(CultureInfo.InvariantCulture)} to "
                + $"{most.ToString(CultureInfo.InvariantCulture)}, not '{Json}'"
        );
        return instead ?? least;
    }

    /// <summary>Reads true or false.</summary>
    public bool Truth()
    {
        if (bool.TryParse(Json.ToString(), out var truth))
        {
            return truth;
        }

        Refuse($"must be true or false, not '{Json}'");
        return false;
    }

    /// <summary>Reads text into a value whose type refuses wrong ones by <see cref="FormatException"/>.</summary>
    public T Parse<T>(Func<string, T> parse, T instead)
    {
        ArgumentNullException.ThrowIfNull(parse);
        var before = _document.Problems.Count;
        var text = Text();
        if (_document.Problems.Count > before)
        {
            return instead;
        }

        try
        {
            return parse(text);
        }
        catch (FormatException error)
        {
            var cut = error.Message.IndexOf(". ", StringComparison.Ordinal);
            _document.Report(
                Place,
                $"{Path}: {(cut < 0 ? error.Message : error.Message[..cut])}",
                cut < 0 ? "" : error.Message[(cut + 2)..]
            );
            return instead;
        }
    }

    /// <summary>Reads one of a few words.</summary>
    public T Choice<T>(IReadOnlyDictionary<string, T> allowed, T instead)
    {
        ArgumentNullException.ThrowIfNull(allowed);
        var text = Json.ToString();
        if (allowed.TryGetValue(text, out var value))
        {
            return value;
        }

        Refuse($"'{text}' is not allowed here", $"Allowed: {string.Join(", ", allowed.Keys)}.{Spelling.Question(text, allowed.Keys)}");
        return instead;
    }

    /// <summary>Reports that this value is wrong.</summary>
    /// <param name="what">What is wrong; the path goes before it.</param>
    /// <param name="advice">What is allowed, what to do.</param>
    public void Refuse(string what, string advice = "") => _document.Report(Place, $"{Path}: {what}", advice);

    internal void RefuseKey(string what, string advice) => _document.Report(KeyPlace, what, advice);
}
